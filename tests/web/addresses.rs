//! Every place has an address that reads back.

use tutup::storage::Shelf;
use tutup::ui::route::{Place, Route};
use tutup::workspace::View;
use wasm_bindgen_test::wasm_bindgen_test;

#[wasm_bindgen_test]
fn every_address_reads_back() {
    for address in [
        "#/open",
        "#/won",
        "#/demo/lost",
        "#/overdue",
        "#/blocked",
        "#/stale",
        "#/revisit",
        "#/won?sort=-revenue",
        "#/demo/all?q=caf%C3%A9%20%26%20co&stage=Develop&reason=OutSold&customer=&competitor=A%2FB&currency=JPY",
        "#/all?amount=1000..5000&date=2026-01-01..&sort=days",
        "#/open?amount=&date=..2026-12-31",
        "#/lost?date=",
        "#/open/close/0a1b2c3d4?as=won",
        "#/demo/overdue/close/0a1b2c3d4?as=lost&q=erp&sort=-estimate",
        "#/all/close-selected?as=lost&q=erp",
        "#/open/edit-selected?stage=Propose",
        "#/board",
        "#/board/close/0a1b2c3d4?as=lost",
        "#/demo/board/close/0a1b2c3d4?as=won",
        "#/all",
        "#/bin",
        "#/demo/bin/empty",
        "#/new",
        "#/settings",
        "#/opportunity/0a1b2c3d4",
        "#/opportunity/0a1b2c3d4/close?as=won",
        "#/demo/opportunity/0a1b2c3d4/close?as=lost",
        "#/opportunity/0a1b2c3d4/correct",
        "#/opportunity/0a1b2c3d4/close-quotes",
        "#/opportunity/0a1b2c3d4/quote/Q-00012-1",
        "#/no/such/place",
    ] {
        assert_eq!(Place::parse(address).to_string(), address);
    }
}

#[wasm_bindgen_test]
fn the_empty_address_is_the_open_list() {
    assert_eq!(Place::parse("").route, Route::view(View::Open));
    assert_eq!(Place::parse("#/demo").shelf, Shelf::Demo);
    assert_eq!(Place::parse("#/demonstration").route, Route::Unknown("demonstration".into()));
}

#[wasm_bindgen_test]
fn an_id_that_cannot_be_one_leads_nowhere() {
    for address in [
        "#/opportunity/UPPER",
        "#/open/close/UPPER",
        "#/board/close",
        "#/open/shut",
        "#/opportunity/0a1b2c3d4/quote/12",
        "#/opportunity/0a1b2c3d4/quote/Q-00001-x",
    ] {
        assert!(matches!(Place::parse(address).route, Route::Unknown(_)), "{address}");
    }
}
