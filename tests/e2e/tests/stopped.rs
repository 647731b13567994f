//! After an error that the program cannot go on from, nothing more is written.

use anyhow::{Result, ensure};
use e2e::steps::{open_deal, store_deal};
use e2e::{Page, Site, in_browser};
use serde_json::Value;

const ID: &str = "deal00001";

/// Lets parts of the browser fail as long as `window.e2eBroken` names them: the program meets what no browser should do.
const BREAKABLE: &str = "{
    const create = Document.prototype.createElement;
    Document.prototype.createElement = function (...args) {
        if (window.e2eBroken === 'elements') throw new DOMException('no elements', 'InvalidStateError');
        return create.apply(this, args);
    };
    window.Date = new Proxy(Date, {
        construct(clock, args) {
            if (window.e2eBroken === 'clock') throw new Error('no clock');
            return Reflect.construct(clock, args);
        },
    });
}";

/// Everything that the page keeps.
async fn kept(page: &Page) -> Result<Value> {
    page.browser.run("return [{ ...localStorage }, { ...sessionStorage }]", vec![]).await
}

#[tokio::test]
async fn p8_after_a_panic_or_an_exception_nothing_is_written_and_a_reload_brings_the_input_back() {
    // What breaks, the button that meets it, and what the console says: a panic of the program, or the browser's exception.
    let errors: [(_, _, &[&str]); 2] =
        [("elements", "New line", &["panicked at", "unreachable"]), ("clock", "Save", &["no clock"])];
    for (broken, button, said) in errors {
        in_browser(Site::whole(), async |page| {
            for part in said {
                page.expect_console(part);
            }
            // What is called of it later may find what it held in disorder.
            for part in ["already borrowed", "unreachable", "form-action"] {
                page.allow_console(part);
            }
            store_deal(page, ID, &open_deal("ERP rollout")).await?;
            page.before_load(BREAKABLE).await?;
            page.open(&format!("#/opportunity/{ID}")).await?;
            page.fill("Topic", "ERP rollout, phase 2").await?;
            page.sees("1 unsaved change").await?;
            let stored = page.stored().await?;

            page.browser.run(&format!("window.e2eBroken = '{broken}'"), vec![]).await?;
            page.click("button", button).await?;
            page.has("alertdialog", "Tutup has stopped · Tutup telah terhenti").await?;
            page.sees("nothing more was written after it").await?;

            ensure!(page.stored().await? == stored, "{broken}: it was saved");
            let before = kept(page).await?;
            ensure!(before[1].to_string().contains("phase 2"), "the input is kept: {before}");

            // Listeners of what has stopped are still called; the panel keeps only the user from it.
            let go_on = "
                delete window.e2eBroken;
                const topic = document.querySelector('[name=topic]');
                topic.value = 'Written by what has stopped';
                topic.dispatchEvent(new Event('input', { bubbles: true }));
                topic.form.requestSubmit();";
            page.browser.run(go_on, vec![]).await?;
            page.browser.rest().await?;
            let after = kept(page).await?;
            ensure!(after == before, "{broken}: it was written:\n{before}\n{after}");

            page.click("button", "Reload").await?;
            page.sees("Your unsaved input is back.").await?;
            page.holds_value("Topic", "ERP rollout, phase 2").await
        })
        .await;
    }
}

#[tokio::test]
async fn p8_an_error_of_what_is_not_the_program_does_not_stop_it() {
    in_browser(Site::whole(), async |page| {
        page.expect_console("of an extension");
        page.open("").await?;
        let elsewhere = "
            dispatchEvent(new ErrorEvent('error', { error: new Error('of an extension') }));
            setTimeout(() => { throw new Error('of an extension') });
            Promise.reject(new Error('of an extension'));
            await new Promise((done) => setTimeout(done));";
        page.browser.run(elsewhere, vec![]).await?;
        page.browser.rest().await?;
        page.has("link", "Tutup").await?;
        page.has_no("alertdialog", "Tutup has stopped · Tutup telah terhenti").await
    })
    .await;
}
