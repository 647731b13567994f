//! A stage with what stands in it.

use leptos::prelude::*;

use super::card::Card;
use super::moving::Target;
use super::totals;
use super::{Board, STEP};
use crate::domain::{OpportunityId, Stage};

/// A column of the board: of what it holds, the first to close are shown, and more when they are asked for.
#[component]
pub(super) fn Column(board: Board, stage: Stage) -> impl IntoView {
    let words = board.locale.words;
    let list = board.list(stage);
    let target = Target::Stage(stage);
    let shown = RwSignal::new(STEP);
    let count = Memo::new(move |_| list.with(|list| list.rows().len()));
    let tally = Memo::new(move |_| list.with(|list| list.tally().clone()));
    // Behind those that are shown stands the one that was just moved here, or it would be out of sight, and the focus lost.
    let apart = Memo::new(move |_| {
        let moved = board.moved.get();
        moved.filter(|id| list.with(|list| list.place(*id)).is_some_and(|place| place >= shown.get()))
    });
    let cards = Memo::new(move |_| {
        let first: Vec<OpportunityId> = list.with(|list| list.ids().take(shown.get()).collect());
        first.into_iter().chain(apart.get()).collect::<Vec<_>>()
    });
    let name = move || format!("stage-{}", stage.code());
    let nothing = move || (count.get() == 0).then(|| view! { <p class="muted">{words.nothing_at_stage()}</p> });
    view! {
        <section class="column" data-drop=target.code() data-over=board.is_over(target) aria-labelledby=name()>
            <header>
                <h2 id=name()>{words.stage(stage)}</h2>
                <span class="count muted">
                    {move || board.locale.format.with_value(|format| format.count(count.get()))}
                </span>
                {move || tally.with(totals::of_column)}
            </header>
            <div>
                <ol>
                    <For each=move || cards.get() key=|id| *id let:id>
                        <Card board=board id=id stage=stage apart=Signal::derive(move || apart.get() == Some(id))/>
                    </For>
                </ol>
                {nothing}
                <More board=board shown=shown count=count/>
            </div>
        </section>
    }
}

/// The way to those that are not shown yet.
#[component]
fn More(board: Board, shown: RwSignal<usize>, count: Memo<usize>) -> impl IntoView {
    let rest = Memo::new(move |_| count.get().saturating_sub(shown.get()));
    move || {
        let rest = rest.get();
        let words = |rest| {
            let written = |count| board.locale.format.with_value(|format| format.count(count));
            board.locale.words.show_more_cards(&written(STEP.min(rest)), &written(rest))
        };
        (rest > 0).then(|| {
            view! {
                <button class="button" type="button" on:click=move |_| shown.update(|shown| *shown += STEP)>
                    {words(rest)}
                </button>
            }
        })
    }
}
