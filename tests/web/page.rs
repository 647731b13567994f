//! The application in the page, and what a user does with it. Nothing sleeps: every step waits for what it needs.

use std::iter;

use leptos::mount::mount_to;
use tutup::ui::App;
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::JsFuture;
use web_sys::{
    Document, Element, Event, EventInit, HtmlElement, HtmlInputElement, HtmlSelectElement, HtmlTextAreaElement,
    NodeList,
};

/// How often a condition is looked at before it is given up; each look lets the page go on first.
const LOOKS: u32 = 500;

/// The application with an empty storage. It is taken out of the page when it is dropped.
pub struct Page {
    root: HtmlElement,
    application: Option<Box<dyn std::any::Any>>,
}

impl Page {
    /// Opens the application at that address, as a first visitor would.
    pub fn open(address: &str) -> Self {
        clear("localStorage");
        clear("sessionStorage");
        go(address);
        Self::mount()
    }

    /// Opens it again, as a reload would.
    pub fn reopen(self, address: &str) -> Self {
        drop(self);
        go(address);
        Self::mount()
    }

    fn mount() -> Self {
        let root: HtmlElement = document().create_element("div").unwrap().dyn_into().unwrap();
        document().body().unwrap().append_child(&root).unwrap();
        let application = mount_to(root.clone(), App);
        Self { root, application: Some(Box::new(application)) }
    }

    /// Waits until the page shows that text.
    pub async fn sees(&self, text: &str) {
        self.wait_for(&format!("the page shows “{text}”"), || self.text().contains(text).then_some(())).await;
    }

    /// Waits until the page does not show that text.
    pub async fn sees_no(&self, text: &str) {
        self.wait_for(&format!("“{text}” goes"), || (!self.text().contains(text)).then_some(())).await;
    }

    /// Presses the button or the link of that name.
    pub async fn press(&self, name: &str) {
        let found = self.wait_for(&format!("a button or link “{name}”"), || self.pressable(name)).await;
        found.click();
    }

    /// Types into the field of that label, in place of what it holds.
    pub async fn type_into(&self, label: &str, text: &str) {
        let control = self.field(label).await;
        if let Some(input) = control.dyn_ref::<HtmlInputElement>() {
            input.set_value(text);
        } else if let Some(area) = control.dyn_ref::<HtmlTextAreaElement>() {
            area.set_value(text);
        } else if let Some(select) = control.dyn_ref::<HtmlSelectElement>() {
            select.set_value(text);
        }
        for name in ["input", "change"] {
            let bubbles = EventInit::new();
            bubbles.set_bubbles(true);
            control.dispatch_event(&Event::new_with_event_init_dict(name, &bubbles).unwrap()).unwrap();
        }
    }

    /// What the field of that label holds.
    pub async fn held(&self, label: &str) -> String {
        let control = self.field(label).await;
        let value = js_sys::Reflect::get(&control, &"value".into()).unwrap();
        value.as_string().unwrap_or_default()
    }

    /// Waits until the problem at the field of that label has these words.
    pub async fn refuses(&self, label: &str, words: &str) {
        let refused = || self.problem_at(label).filter(|problem| problem.contains(words));
        self.wait_for(&format!("the problem at {label} says “{words}”"), refused).await;
    }

    /// The words of the problem at the field of that label.
    fn problem_at(&self, label: &str) -> Option<String> {
        let control = self.control(label).filter(|it| it.get_attribute("aria-invalid").as_deref() == Some("true"))?;
        let by = control.get_attribute("aria-describedby").unwrap_or_default();
        let words = by.split(' ').filter_map(|id| document().get_element_by_id(id)).filter_map(|it| it.text_content());
        Some(words.collect::<Vec<_>>().join(" "))
    }

    /// The control of that label.
    pub async fn field(&self, label: &str) -> Element {
        self.wait_for(&format!("a field “{label}”"), || self.control(label)).await
    }

    /// The elements that the selector finds.
    pub fn all(&self, selector: &str) -> Vec<Element> {
        self.parts().iter().flat_map(|part| elements(&part.query_selector_all(selector).unwrap())).collect()
    }

    /// Waits until `look` finds something.
    pub async fn wait_for<T>(&self, what: &str, look: impl Fn() -> Option<T>) -> T {
        for _ in 0..LOOKS {
            if let Some(found) = look() {
                return found;
            }
            turn().await;
        }
        panic!("waited in vain until {what}; the page shows: {}", self.text());
    }

    /// What the page shows.
    pub fn text(&self) -> String {
        let texts: Vec<String> = self.parts().iter().map(|part| part.inner_text().replace('\u{a0}', " ")).collect();
        texts.join("\n")
    }

    /// What it consists of: the dialogs stand beside the page.
    fn parts(&self) -> Vec<HtmlElement> {
        let dialogs = elements(&document().query_selector_all("body > dialog").unwrap());
        iter::once(self.root.clone()).chain(dialogs.into_iter().filter_map(|it| it.dyn_into().ok())).collect()
    }

    fn pressable(&self, name: &str) -> Option<HtmlElement> {
        let named = |it: &Element| {
            let label = it.get_attribute("aria-label");
            let text = it.dyn_ref::<HtmlElement>().map(HtmlElement::inner_text);
            label.as_deref() == Some(name) || text.is_some_and(|text| text.trim() == name)
        };
        self.all("a, button:enabled").into_iter().find(named)?.dyn_into().ok()
    }

    fn control(&self, label: &str) -> Option<Element> {
        let named =
            |it: &Element| it.text_content().is_some_and(|text| text.trim_end_matches([' ', '*']).trim() == label);
        let by_label = self.all("label").into_iter().find(named).and_then(|it| it.get_attribute("for"));
        by_label.and_then(|id| document().get_element_by_id(&id)).or_else(|| {
            let own = |it: &Element| it.get_attribute("aria-label").as_deref() == Some(label);
            self.all("input, select, textarea").into_iter().find(own)
        })
    }
}

impl Drop for Page {
    fn drop(&mut self) {
        self.application.take();
        self.root.remove();
    }
}

/// What is stored under that key.
pub fn stored(key: &str) -> Option<String> {
    web_sys::window()?.local_storage().ok()??.get_item(key).ok()?
}

/// Every stored key of the program.
pub fn stored_keys() -> Vec<String> {
    let storage = web_sys::window().unwrap().local_storage().unwrap().unwrap();
    let keys = (0..storage.length().unwrap()).filter_map(|place| storage.key(place).unwrap());
    keys.filter(|key| key.starts_with("tutup:")).collect()
}

fn clear(storage: &str) {
    let storage = js_sys::Reflect::get(&web_sys::window().unwrap(), &storage.into()).unwrap();
    storage.unchecked_into::<web_sys::Storage>().clear().unwrap();
}

fn go(address: &str) {
    let history = web_sys::window().unwrap().history().unwrap();
    history.replace_state_with_url(&JsValue::NULL, "", Some(address)).unwrap();
}

fn elements(found: &NodeList) -> Vec<Element> {
    (0..found.length()).filter_map(|place| found.item(place)?.dyn_into().ok()).collect()
}

fn document() -> Document {
    web_sys::window().unwrap().document().unwrap()
}

/// Lets the page go on with what it has to do.
async fn turn() {
    let promise = js_sys::Promise::new(&mut |resolve, _| {
        web_sys::window().unwrap().set_timeout_with_callback(&resolve).unwrap();
    });
    JsFuture::from(promise).await.unwrap();
}
