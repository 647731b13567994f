//! The board in the hands of a test: cards are taken, dragged and dropped, by mouse and by finger.

use anyhow::Result;
use serde_json::{Value, json};
use thirtyfour::By;

use crate::page::Page;

/// The middle of the element, on the screen.
pub async fn middle(page: &Page, element: &str) -> Result<(f64, f64)> {
    const MIDDLE: &str = "
        const sides = document.querySelector(args[0]).getBoundingClientRect();
        return [sides.x + sides.width / 2, sides.y + Math.min(sides.height, innerHeight - sides.y) / 2];";
    Ok(serde_json::from_value(page.browser.run(MIDDLE, vec![json!(element)]).await?)?)
}

/// The heading of the card, to take it by.
#[must_use]
pub fn card(id: &str) -> String {
    format!("[data-opportunity={id}] h3")
}

/// The place on which a card is dropped: a stage, `won` or `lost`.
#[must_use]
pub fn place(code: &str) -> String {
    format!("[data-drop={code}]")
}

/// Takes the card by the mouse and holds it over that place.
pub async fn drag(page: &Page, id: &str, to: &str) -> Result<()> {
    let driver = &page.browser.driver;
    let from = driver.find(By::Css(card(id))).await?;
    let to = driver.find(By::Css(place(to))).await?;
    driver.action_chain().click_and_hold_element(&from).move_to_element_center(&to).perform().await?;
    page.holds("the card in the hand", "return !!document.querySelector('.ghost')").await
}

/// Lets go of it.
pub async fn let_go(page: &Page) -> Result<()> {
    page.browser.driver.action_chain().release().perform().await?;
    nothing_in_hand(page).await
}

/// Drags the card there and lets go of it.
pub async fn drop_on(page: &Page, id: &str, to: &str) -> Result<()> {
    drag(page, id, to).await?;
    page.holds("the place lit up", &format!("return document.querySelector('{}').matches('[data-over]')", place(to)))
        .await?;
    let_go(page).await
}

/// Waits until no card is dragged.
pub async fn nothing_in_hand(page: &Page) -> Result<()> {
    page.holds("no card in the hand", "return !document.querySelector('.ghost, .board[data-dragging], [data-over]')")
        .await
}

/// Waits until the card stands in the column of that stage, and nowhere else.
pub async fn stands_at(page: &Page, id: &str, stage: &str) -> Result<()> {
    let script = format!(
        "const cards = [...document.querySelectorAll('.column [data-opportunity={id}]')];
         return cards.length === 1 && cards[0].closest('.column').dataset.drop === '{stage}'"
    );
    page.holds(&format!("{id} at {stage}"), &script).await
}

/// One finger, as the protocol sends it.
pub async fn touch(page: &Page, kind: &str, points: &[(f64, f64)]) -> Result<()> {
    let points: Vec<Value> = points.iter().map(|(x, y)| json!({ "x": x, "y": y })).collect();
    page.browser.cdp("Input.dispatchTouchEvent", json!({ "type": kind, "touchPoints": points })).await.map(drop)
}

/// Holds a finger on the card until it is in the hand.
pub async fn hold(page: &Page, id: &str) -> Result<()> {
    const STILL: &str = "
        const board = document.querySelector('.board');
        const before = board.scrollLeft;
        for (let frame = 0; frame < 5; frame++) await new Promise(requestAnimationFrame);
        return board.scrollLeft === before";
    page.holds("the columns to stand still", STILL).await?;
    page.browser.run(&format!("document.querySelector('{}').scrollIntoView()", card(id)), vec![]).await?;
    page.holds("the columns to stand still", STILL).await?;
    let at = middle(page, &card(id)).await?;
    touch(page, "touchStart", &[at]).await?;
    page.holds("the card in the hand", "return !!document.querySelector('.ghost')").await
}
