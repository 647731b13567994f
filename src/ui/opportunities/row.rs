//! One row of a list. It reads its own record's memo, so an act redraws only the rows that it changed.

use leptos::prelude::*;

use super::columns;
use super::picks::Pick;
use crate::domain::{Currency, OpportunityId};
use crate::ui::route::{Panel, Route};
use crate::ui::store::use_store;
use crate::workspace::{Column, View};

/// The row of an opportunity in a view.
#[component]
pub fn Row(
    /// Which opportunity.
    id: OpportunityId,
    /// In which view.
    view: View,
    /// Which columns it has.
    columns: Memo<Vec<Column>>,
    /// Where it stands in the list, from 1; the head is the first row of the table.
    #[prop(into)]
    place: Signal<usize>,
    /// The currency whose sign the columns' heads have.
    main: Memo<Currency>,
) -> impl IntoView {
    let store = use_store();
    let record = store.opportunity(id);
    let address = store.address(Route::Opportunity(id, Panel::None));
    let today = store.today();
    move || {
        record.get().map(|it| {
            let cells = columns.with(|columns| {
                let behind_topic = columns.iter().skip(1);
                behind_topic.map(|column| columns::cell(*column, &it, view, main.get(), today.get())).collect_view()
            });
            view! {
                <tr data-opportunity=id.to_string() aria-rowindex=move || place.get() + 1>
                    <Pick id=id topic=it.details.topic.to_string()/>
                    <td class="topic wide-column">
                        <a href=address.clone() id=format!("row-{id}")>{it.details.topic.to_string()}</a>
                        {columns::on_hold(&it)}
                    </td>
                    {cells}
                </tr>
            }
        })
    }
}
