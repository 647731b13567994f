//! A file of the user's own choice that the program may write, where the browser has such files; and that it remembers which.
//!
//! The browser's handle of a file can be kept in no other place than `IndexedDB`: it lies in the database `tutup`, with what
//! was written there last, and nothing else does.

use js_sys::futures::JsFuture;
use js_sys::{Function, Promise, Reflect, Uint8Array};
use wasm_bindgen::{JsCast, JsValue, closure::Closure, prelude::wasm_bindgen};
use web_sys::File;

use super::storage::{is_stopped, name_of};
use crate::domain::Instant;

/// Whether this browser lets the user choose a file that the page may write later on.
pub fn is_offered() -> bool {
    web_sys::window().is_some_and(|window| Reflect::has(&window, &"showSaveFilePicker".into()).unwrap_or(false))
}

/// What went wrong with the file.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum FileError {
    /// The user has chosen none.
    Dismissed,
    /// The browser wants the user to allow it first.
    NotAllowed,
    /// It is not there any more.
    Gone,
    /// Something else; this is what the browser calls it.
    Other(String),
}

impl From<JsValue> for FileError {
    fn from(error: JsValue) -> Self {
        match name_of(&error).as_str() {
            "AbortError" => Self::Dismissed,
            "NotAllowedError" | "SecurityError" => Self::NotAllowed,
            "NotFoundError" => Self::Gone,
            name => Self::Other(name.to_owned()),
        }
    }
}

/// The chosen file, and what is known of it.
pub struct Remembered {
    /// The file.
    pub handle: FileHandle,
    /// The fingerprint of what the program wrote there last.
    pub wrote: Option<String>,
    /// When that was.
    pub at: Option<Instant>,
}

/// Lets the user choose a file. It has to begin with a press of a button.
///
/// # Errors
/// The user has chosen none, or the browser lets none be chosen.
pub async fn choose(name: &str) -> Result<FileHandle, FileError> {
    let options = js_sys::Object::new();
    Reflect::set(&options, &"suggestedName".into(), &name.into())?;
    Ok(JsFuture::from(show_save_file_picker(&options)?).await?.unchecked_into())
}

impl FileHandle {
    /// Whether the page may write it now.
    ///
    /// # Errors
    /// The browser does not say.
    pub async fn is_allowed(&self) -> Result<bool, FileError> {
        Ok(JsFuture::from(self.query_permission(&writing()?)?).await? == "granted")
    }

    /// Lets the browser ask the user whether the page may. It has to begin with a press of a button.
    ///
    /// # Errors
    /// The browser does not ask.
    pub async fn ask(&self) -> Result<bool, FileError> {
        Ok(JsFuture::from(self.request_permission(&writing()?)?).await? == "granted")
    }

    /// What it holds, as far as `max` bytes and one more.
    ///
    /// # Errors
    /// It cannot be read.
    pub async fn read(&self, max: usize) -> Result<Vec<u8>, FileError> {
        let file: File = JsFuture::from(self.get_file()?).await?.unchecked_into();
        #[allow(clippy::cast_precision_loss, reason = "no limit is that large")]
        let part = file.slice_with_f64_and_f64(0.0, max as f64 + 1.0)?;
        Ok(Uint8Array::new(&JsFuture::from(part.array_buffer()).await?).to_vec())
    }

    /// Puts the text in place of what it holds. The browser writes into another file first, which takes the place of this one
    /// only when it is whole.
    ///
    /// # Errors
    /// It holds what it held before.
    pub async fn write(&self, text: &str) -> Result<(), FileError> {
        if is_stopped() {
            return Err(FileError::Other("stopped".to_owned()));
        }
        let writable: Writable = JsFuture::from(self.create_writable()?).await?.unchecked_into();
        let written = match writable.write(text) {
            Ok(written) => JsFuture::from(written).await,
            Err(error) => Err(error),
        };
        if let Err(error) = written {
            if let Ok(aborted) = writable.abort() {
                // What was written so far is of no use to anybody, and goes with the page at the latest.
                let _ = JsFuture::from(aborted).await;
            }
            return Err(error.into());
        }
        JsFuture::from(writable.close()?).await?;
        Ok(())
    }
}

fn writing() -> Result<JsValue, FileError> {
    let wish = js_sys::Object::new();
    Reflect::set(&wish, &"mode".into(), &"readwrite".into())?;
    Ok(wish.into())
}

/// Which file was chosen, in this tab or another, before or after the last reload.
///
/// # Errors
/// The browser does not say.
pub async fn recall() -> Result<Option<Remembered>, FileError> {
    let found = answer(&files("readonly").await?.get(KEY)?).await?;
    if !found.is_object() {
        return Ok(None);
    }
    #[allow(clippy::cast_possible_truncation, reason = "milliseconds are whole")]
    let at = Reflect::get(&found, &"at".into())?.as_f64().map(|at| Instant(at as i64));
    let wrote = Reflect::get(&found, &"wrote".into())?.as_string();
    Ok(Some(Remembered { handle: Reflect::get(&found, &"handle".into())?.unchecked_into(), wrote, at }))
}

/// Remembers it, for this browser and this address.
///
/// # Errors
/// It is not remembered.
pub async fn remember(file: &Remembered) -> Result<(), FileError> {
    let record = js_sys::Object::new();
    Reflect::set(&record, &"handle".into(), &file.handle)?;
    Reflect::set(&record, &"wrote".into(), &file.wrote.as_deref().into())?;
    #[allow(clippy::cast_precision_loss, reason = "milliseconds are exact for longer than there will be people")]
    Reflect::set(&record, &"at".into(), &file.at.map(|at| at.0 as f64).into())?;
    answer(&files("readwrite").await?.put(&record, KEY)?).await.map(drop)
}

/// Forgets it; the file stays as it is.
///
/// # Errors
/// It is still remembered.
pub async fn forget() -> Result<(), FileError> {
    answer(&files("readwrite").await?.delete(KEY)?).await.map(drop)
}

/// The place where it is remembered.
async fn files(mode: &str) -> Result<ObjectStore, FileError> {
    let request = open_database(DATABASE, 1)?;
    let opened = request.clone();
    let create = Closure::once_into_js(move || {
        if let Ok(database) = opened.result() {
            // What fails here fails below.
            let _ = database.unchecked_into::<Database>().create_object_store(STORE);
        }
    });
    request.set_onupgradeneeded(create.unchecked_ref());
    let database: Database = answer(&request).await?.unchecked_into();
    let store = database.transaction(STORE, mode)?.object_store(STORE)?;
    // It closes when what was begun has ended: another version of the program may want to change it.
    database.close();
    Ok(store)
}

/// What the database answers.
async fn answer(request: &Request) -> Result<JsValue, FileError> {
    let answered = Promise::new(&mut |done, failed| {
        request.set_onsuccess(&done);
        request.set_onerror(&failed);
    });
    match JsFuture::from(answered).await {
        Ok(_) => Ok(request.result()?),
        Err(_) => Err(request.error().map_or_else(|| FileError::Other("unknown".to_owned()), FileError::from)),
    }
}

const DATABASE: &str = "tutup";
const STORE: &str = "files";
const KEY: &str = "backup";

// What web-sys calls unstable, and no more of the database than is needed.
#[wasm_bindgen]
extern "C" {
    #[wasm_bindgen(catch, js_name = showSaveFilePicker)]
    fn show_save_file_picker(options: &JsValue) -> Result<Promise, JsValue>;

    /// A `FileSystemFileHandle`.
    #[derive(Clone)]
    pub type FileHandle;

    /// The name of the file, without the folder.
    #[wasm_bindgen(method, getter)]
    pub fn name(this: &FileHandle) -> String;

    #[wasm_bindgen(method, catch, js_name = queryPermission)]
    fn query_permission(this: &FileHandle, wish: &JsValue) -> Result<Promise, JsValue>;

    #[wasm_bindgen(method, catch, js_name = requestPermission)]
    fn request_permission(this: &FileHandle, wish: &JsValue) -> Result<Promise, JsValue>;

    #[wasm_bindgen(method, catch, js_name = getFile)]
    fn get_file(this: &FileHandle) -> Result<Promise, JsValue>;

    #[wasm_bindgen(method, catch, js_name = createWritable)]
    fn create_writable(this: &FileHandle) -> Result<Promise, JsValue>;

    type Writable;

    #[wasm_bindgen(method, catch)]
    fn write(this: &Writable, text: &str) -> Result<Promise, JsValue>;

    #[wasm_bindgen(method, catch)]
    fn close(this: &Writable) -> Result<Promise, JsValue>;

    #[wasm_bindgen(method, catch)]
    fn abort(this: &Writable) -> Result<Promise, JsValue>;

    #[wasm_bindgen(catch, js_namespace = indexedDB, js_name = open)]
    fn open_database(name: &str, version: u32) -> Result<Request, JsValue>;

    #[derive(Clone)]
    type Request;

    #[wasm_bindgen(method, getter, catch)]
    fn result(this: &Request) -> Result<JsValue, JsValue>;

    #[wasm_bindgen(method, getter)]
    fn error(this: &Request) -> Option<JsValue>;

    #[wasm_bindgen(method, setter)]
    fn set_onsuccess(this: &Request, then: &Function);

    #[wasm_bindgen(method, setter)]
    fn set_onerror(this: &Request, then: &Function);

    #[wasm_bindgen(method, setter)]
    fn set_onupgradeneeded(this: &Request, then: &Function);

    type Database;

    #[wasm_bindgen(method, catch, js_name = createObjectStore)]
    fn create_object_store(this: &Database, name: &str) -> Result<JsValue, JsValue>;

    #[wasm_bindgen(method, catch)]
    fn transaction(this: &Database, store: &str, mode: &str) -> Result<Transaction, JsValue>;

    #[wasm_bindgen(method, js_name = close)]
    fn close(this: &Database);

    type Transaction;

    #[wasm_bindgen(method, catch, js_name = objectStore)]
    fn object_store(this: &Transaction, name: &str) -> Result<ObjectStore, JsValue>;

    type ObjectStore;

    #[wasm_bindgen(method, catch)]
    fn get(this: &ObjectStore, key: &str) -> Result<Request, JsValue>;

    #[wasm_bindgen(method, catch)]
    fn put(this: &ObjectStore, value: &JsValue, key: &str) -> Result<Request, JsValue>;

    #[wasm_bindgen(method, catch)]
    fn delete(this: &ObjectStore, key: &str) -> Result<Request, JsValue>;
}
