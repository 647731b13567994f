//! The lock for acts over many records: one tab at a time, and only after the writes of others can be seen.

use std::cell::Cell;

use js_sys::futures::{JsFuture, future_to_promise};
use js_sys::{Function, Promise};
use wasm_bindgen::{JsCast, JsValue, closure::Closure, prelude::wasm_bindgen};

use crate::storage::CommitLock;

/// Runs something with the lock held, as soon as no other tab holds it. Where the browser has no locks, as on plain http,
/// it runs after the same pause: the comparison before each write protects alone then.
pub fn locked(run: impl FnOnce(&CommitLock) + 'static) {
    let run = Cell::new(Some(run));
    let hold = Closure::once_into_js(move || {
        Promise::new(&mut |release, _| {
            let run = run.take();
            settle(move || {
                if let Some(run) = run {
                    run(&CommitLock::held());
                }
                // It resolves the promise, and fails for nothing.
                let _ = release.call0(&JsValue::NULL);
            });
        })
    });
    let hold: Function = hold.unchecked_into();
    if request(LOCK, &hold).is_err() {
        // The browser hands out no locks.
        let _ = hold.call0(&JsValue::NULL);
    }
}

/// Does something while no other tab does anything under that name, and ends with it. Where the browser has no locks it is done
/// all the same.
pub async fn alone(name: &'static str, work: impl Future<Output = ()> + 'static) {
    let work = Cell::new(Some(work));
    let hold = Closure::once_into_js(move || {
        let work = work.take();
        future_to_promise(async move {
            if let Some(work) = work {
                work.await;
            }
            Ok(JsValue::UNDEFINED)
        })
    });
    let hold: Function = hold.unchecked_into();
    let done = request(name, &hold).or_else(|_| hold.call0(&JsValue::NULL).map(Promise::unchecked_from_js));
    if let Ok(done) = done {
        // What it has to say it says itself.
        let _ = JsFuture::from(done).await;
    }
}

/// Lets the writes of other processes arrive: a lock says that they were made, not that they can be seen.
fn settle(then: impl FnOnce() + 'static) {
    let then = Closure::once_into_js(then);
    if let Some(window) = web_sys::window() {
        let pause = window.set_timeout_with_callback_and_timeout_and_arguments_0(then.unchecked_ref(), PAUSE);
        if pause.is_err() {
            // A page without timers settles at once.
            let _ = then.unchecked_ref::<Function>().call0(&JsValue::NULL);
        }
    }
}

#[wasm_bindgen]
extern "C" {
    #[wasm_bindgen(catch, js_namespace = ["navigator", "locks"], js_name = request)]
    fn request(name: &str, hold: &Function) -> Result<Promise, JsValue>;
}

const LOCK: &str = "tutup";

/// Milliseconds.
const PAUSE: i32 = 100;
