//! What the program is, and under which licences.

use leptos::prelude::*;

use super::Section;
use crate::ui::text::use_words;

/// Name, version, licence, and the notices of the crates in it.
#[component]
pub fn About() -> impl IntoView {
    let words = use_words();
    view! {
        <Section id="about" title=words.about() about=words.about_text()>
            <dl class="facts">
                <dt>{words.version()}</dt>
                <dd>"Tutup "{env!("CARGO_PKG_VERSION")}</dd>
                <dt>{words.licence()}</dt>
                <dd>{env!("CARGO_PKG_LICENSE")}</dd>
                <dt>{words.requests()}</dt>
                <dd>{words.no_requests()}</dd>
                <dt>{words.notices()}</dt>
                <dd>
                    <a href="notices.txt" target="_blank" rel="noopener">{words.open_notices()}</a>
                    " "
                    <span class="muted">{format!("({})", words.in_a_new_tab())}</span>
                </dd>
            </dl>
        </Section>
    }
}
