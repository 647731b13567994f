//! One row of a list. It follows its own record alone, so an act redraws only the rows that it changed.

use std::sync::Arc;

use leptos::prelude::*;

use super::columns;
use super::picks::Pick;
use crate::domain::{Currency, Date, OpportunityId};
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
    columns: Arc<[Column]>,
    /// Which row of the table it is, from 1; the head is the first. The ledger sees to it when that changes.
    place: usize,
    /// The currency whose sign the columns' heads have.
    main: Currency,
    /// Today.
    today: Date,
) -> impl IntoView {
    let store = use_store();
    let record = store.opportunity(id);
    let address = store.address(Route::Opportunity(id, Panel::None));
    move || {
        record.get().map(|it| {
            let behind_topic = columns.iter().skip(1);
            let cells = behind_topic.map(|column| columns::cell(*column, &it, view, main, today));
            let cells = cells.collect_view();
            // What is selected later, the bar of the selection shows in it.
            let is_picked = store.selection().with_untracked(|selection| selection.contains(id));
            view! {
                <tr
                    data-opportunity=id.to_string()
                    data-picked=is_picked.then_some("")
                    aria-rowindex=place
                >
                    <Pick topic=it.details.topic.to_string() is_picked=is_picked/>
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
