//! The shell: the top bar, the views, the banners, and the page that the address names.

use leptos::prelude::*;

use super::browser::{self, Kept};
use super::notice::NoticeBar;
use super::opportunities;
use super::parts::Icon;
use super::route::{Over, Place, Route};
use super::screens::{Arrival, Missing, Screen, Waiting};
use super::store::{Popup, Store, use_store};
use super::text::{use_first_words, use_speech};
use crate::domain::{Language, Theme};
use crate::storage::Shelf;
use crate::workspace::View;

/// Everything on the screen.
#[component]
pub fn Shell() -> impl IntoView {
    let store = use_store();
    let words = use_first_words();
    let page = Memo::new(move |_| Page::of(&store.place().get()));
    let begins = Memo::new(move |_| (page.get(), store.place().with(view_of)));
    let alone = move || page.with(|page| page.is_alone().then_some(""));
    // A page begins at its head; a list that was left goes on where it was.
    Effect::new(move |earlier: Option<()>| {
        // Not only tracked: a memo that nobody has read tells of every look at it.
        begins.get();
        if earlier.is_some() {
            browser::scroll_to(0.0);
            store.count_page();
        }
    });
    view! {
        <a class="skip" href="#page" on:click=move |event| {
            // The address behind # is a place of the program, so the page is focused instead of gone to.
            event.prevent_default();
            browser::focus("page");
        }>{words.skip_to_content()}</a>
        <div class="shell" data-alone=alone>
            <TopBar/>
            {move || alone().is_none().then(|| view! { <Views/> })}
            <main class="page" id="page" tabindex="-1">
                <Banners/>
                {move || page.get().view()}
                {move || store.arrival().screens().map(|screens| (screens.over)())}
                <NoticeBar/>
            </main>
        </div>
        {move || store.arrival().screens().map(|screens| (screens.commands)())}
    }
}

/// The view of a list.
fn view_of(place: &Place) -> Option<View> {
    match place.route.page() {
        Route::List(query, _) => Some(query.view),
        _ => None,
    }
}

/// Which page is shown, dialogs aside: a dialog that opens must not mount its page anew, nor another view of the lists.
#[derive(Clone, PartialEq)]
struct Page {
    shelf: Shelf,
    what: What,
}

#[derive(Clone, PartialEq)]
enum What {
    List,
    Screen(Screen),
    Unknown,
}

impl Page {
    fn of(place: &Place) -> Self {
        let what = match &place.route {
            Route::List(..) | Route::EmptyBin => What::List,
            Route::Board(_) => What::Screen(Screen::Board),
            Route::New => What::Screen(Screen::New),
            Route::Opportunity(id, _) => What::Screen(Screen::Opportunity(*id)),
            Route::Quote(id, key) => What::Screen(Screen::Quote(*id, *key)),
            Route::Settings => What::Screen(Screen::Settings),
            Route::Attention => What::Screen(Screen::Attention),
            Route::Mend(id) => What::Screen(Screen::Mend(*id)),
            Route::Unknown(_) => What::Unknown,
        };
        Self { shelf: place.shelf, what }
    }

    /// Whether it stands without the views beside it.
    fn is_alone(&self) -> bool {
        matches!(self.what, What::Screen(Screen::New | Screen::Opportunity(_) | Screen::Quote(..) | Screen::Mend(_)))
    }

    fn view(self) -> AnyView {
        match self.what {
            What::List => view! { <opportunities::ListPage/> }.into_any(),
            What::Screen(screen) => behind_the_lists(screen),
            What::Unknown => view! { <NotFound/> }.into_any(),
        }
    }
}

/// A screen, as soon as it is here.
fn behind_the_lists(screen: Screen) -> AnyView {
    let store = use_store();
    let shown = move || match store.arrival() {
        Arrival::Awaited => view! { <Waiting/> }.into_any(),
        Arrival::Here(screens) => (screens.show)(screen),
        // What is missing is said above.
        Arrival::Failed => ().into_any(),
    };
    shown.into_any()
}

#[component]
fn TopBar() -> impl IntoView {
    let store = use_store();
    let words = use_first_words();
    let new = move || store.place().with(|place| place.with(Route::New).to_string());
    let home = move || store.place().with(|place| place.with(Route::view(View::Open)).to_string());
    view! {
        <header class="topbar">
            <a class="mark" href=home title=words.home()>"Tutup"</a>
            <opportunities::Search/>
            <a class="button new" data-kind="primary" href=new aria-label=words.new_opportunity()>
                <Icon name="plus"/>
                <span class="wide">{words.new()}</span>
            </a>
            <LanguageButton/>
            <ThemeButton/>
        </header>
    }
}

#[component]
fn LanguageButton() -> impl IntoView {
    let store = use_store();
    let speech = use_speech();
    let other = match speech.language {
        Language::English => Language::Malay,
        Language::Malay => Language::English,
    };
    let switch = move |_| {
        store.speak(other);
        // The screen is mounted anew; the button that was pressed is there again.
        browser::after_drawing(|| browser::focus("language"));
    };
    view! {
        <button
            class="button"
            id="language"
            disabled=move || store.arrival().screens().is_none()
            data-kind="quiet"
            data-square=""
            type="button"
            lang=super::text::tag(other)
            title=speech.words.other_language()
            aria-label=format!("{}: {}", speech.words.other_language_short(), speech.words.other_language())
            on:click=switch
        >
            {speech.words.other_language_short()}
        </button>
    }
}

#[component]
fn ThemeButton() -> impl IntoView {
    let store = use_store();
    let words = use_first_words();
    let theme = store.theme();
    let name = move || match theme.get() {
        None => words.theme_as_system(),
        Some(Theme::Light) => words.theme_light(),
        Some(Theme::Dark) => words.theme_dark(),
    };
    let next = move |_| {
        let next = match theme.get_untracked() {
            None => Some(Theme::Light),
            Some(Theme::Light) => Some(Theme::Dark),
            Some(Theme::Dark) => None,
        };
        store.paint(next);
    };
    view! {
        <button
            class="button wide"
            data-kind="quiet"
            data-square=""
            type="button"
            disabled=move || store.arrival().screens().is_none()
            aria-label=name
            title=name
            on:click=next
        >
            <Icon name="theme"/>
        </button>
    }
}

#[component]
fn Views() -> impl IntoView {
    let store = use_store();
    let words = use_first_words();
    let link = move |view: View, icon: &'static str| {
        let count = Memo::new(move |_| store.workspace(|workspace| workspace.index().count(view)));
        let here = move || store.place().with(|place| place.route.page().is_of(view)).then_some("page");
        let address = move || store.place().with(|place| place.with(Route::view(view)).to_string());
        let number = move || use_speech().format.with_value(|format| format.count(count.get()));
        view! {
            <li>
                <a href=address aria-current=here>
                    <Icon name=icon/>
                    {words.view(view)}
                    <span class="count">{number}</span>
                </a>
            </li>
        }
    };
    // What there is nothing of is not offered, unless it is what is shown.
    let now = move |view: View, icon: &'static str| {
        let here = move || store.place().with(|place| place.route.page().is_of(view));
        let any = Memo::new(move |_| here() || store.workspace(|workspace| workspace.index().count(view) > 0));
        move || any.get().then(|| link(view, icon))
    };
    let at_board = move || store.place().with(|place| matches!(place.route, Route::Board(_))).then_some("page");
    let board = move || store.place().with(|place| place.with(Route::Board(Over::None)).to_string());
    let at_settings = move || store.place().with(|place| place.route == Route::Settings).then_some("page");
    let settings = move || store.place().with(|place| place.with(Route::Settings).to_string());
    view! {
        <nav class="views" aria-label=words.views()>
            <div><h2>{words.pipeline()}</h2><ul>{link(View::Open, "open")}{now(View::Overdue, "clock")}{now(View::Blocked, "lock")}{now(View::Stale, "hold")}</ul></div>
            <div>
                <h2>{words.closed_views()}</h2>
                <ul>{link(View::Won, "won")}{link(View::Lost, "lost")}{now(View::Revisit, "again")}</ul>
            </div>
            <div>
                <h2>{words.overview()}</h2>
                <ul>
                    <li><a href=board aria-current=at_board><Icon name="board"/>{words.board()}</a></li>
                    {link(View::All, "report")}
                    {now(View::Bin, "bin")}
                    <Attention/>
                    <li><a href=settings aria-current=at_settings><Icon name="settings"/>{words.settings()}</a></li>
                </ul>
            </div>
            <div class="keeps"><Acts/><p>{words.kept_in_this_browser()}</p></div>
        </nav>
    }
}

/// The way to the list of what this tab did, once it did anything.
#[component]
fn Acts() -> impl IntoView {
    let store = use_store();
    let words = use_first_words();
    let count = Memo::new(move |_| store.workspace(|workspace| workspace.acts().len()));
    let any = Memo::new(move |_| count.get() > 0 || store.workspace(|it| it.last_redoable().is_some()));
    let number = move || use_speech().format.with_value(|format| format.count(count.get()));
    let open = move |_| store.popup().set(Some(Popup::Acts));
    move || {
        any.get().then(|| {
            view! {
                <button class="link" type="button" on:click=open>
                    {words.done_in_this_tab()}" "<span class="count">{number}</span>
                </button>
            }
        })
    }
}

/// The way to what needs attention, while there is any.
#[component]
fn Attention() -> impl IntoView {
    let store = use_store();
    let words = use_first_words();
    let count = Memo::new(move |_| store.workspace(|workspace| workspace.unreadable().len()));
    let here = move || store.place().with(|place| place.route == Route::Attention).then_some("page");
    move || {
        (count.get() > 0).then(|| {
            let address = move || store.place().with(|place| place.with(Route::Attention).to_string());
            view! {
                <li>
                    <a href=address aria-current=here>
                        <Icon name="warn"/>
                        {words.needs_attention()}
                        <span class="count">{use_speech().format.with_value(|format| format.count(count.get()))}</span>
                    </a>
                </li>
            }
        })
    }
}

/// What has to be known on every page: that this is the sample, that nothing is kept, that the data are of a later program.
#[component]
fn Banners() -> impl IntoView {
    let store = use_store();
    let sample = move || (store.shelf() == Shelf::Demo).then(|| view! { <SampleBanner store=store/> });
    let missing = move || matches!(store.arrival(), Arrival::Failed).then(|| view! { <Missing/> });
    let read_only = Memo::new(move |_| store.workspace(crate::workspace::Workspace::is_read_only));
    view! {
        {sample}
        {missing}
        {(store.kept() == Kept::Nowhere).then(|| view! { <NothingIsKept store=store/> })}
        {move || read_only.get().then(|| view! { <LaterProgram/> })}
    }
}

#[component]
fn SampleBanner(store: Store) -> impl IntoView {
    let words = use_first_words();
    let absent = move || store.arrival().screens().is_none();
    let leave = Place { shelf: Shelf::Main, route: Route::view(View::Open) }.to_string();
    view! {
        <div class="notice banner">
            <Icon name="report"/>
            <p>{words.sample_banner()}</p>
            <button class="button" type="button" disabled=absent on:click=move |_| store.reset_demo()>
                {words.sample_reset()}
            </button>
            <a class="button" href=leave>{words.sample_leave()}</a>
        </div>
    }
}

#[component]
fn NothingIsKept(store: Store) -> impl IntoView {
    let words = use_first_words();
    view! {
        <div class="notice banner" data-kind="warn" role="alert">
            <Icon name="warn"/>
            <p>{words.nothing_is_kept()}</p>
            <button class="button" type="button" on:click=move |_| store.download()>
                <Icon name="download"/>
                {words.download_my_data()}
            </button>
        </div>
    }
}

#[component]
fn LaterProgram() -> impl IntoView {
    let words = use_first_words();
    view! {
        <div class="notice banner" data-kind="warn" role="alert">
            <Icon name="warn"/>
            <p>{words.newer_format()}</p>
            <button class="button" type="button" on:click=|_| browser::reload()>{words.reload()}</button>
        </div>
    }
}

/// An address that leads nowhere.
#[component]
pub fn NotFound() -> impl IntoView {
    let store = use_store();
    let words = use_first_words();
    browser::set_title("Tutup");
    let home = store.address(Route::view(View::All));
    view! {
        <div class="page-head"><h1 id="page-head" tabindex="-1">{words.not_found_title()}</h1></div>
        <p class="lead">{words.not_found_text()}</p>
        <p><a href=home>{words.view(View::All)}</a></p>
    }
}
