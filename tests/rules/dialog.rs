//! The fields of the dialog: checks, ranges and what each outcome keeps (RULES §4).

use super::scenario::check;

#[test]
fn status_reason_is_required_of_the_outcome_and_not_retired() {
    check(
        "
        close lost
        ! StatusReason required
        close lost reason=Won
        ! StatusReason Choice
        close won revenue=1 reason=Price
        ! StatusReason Choice
        close lost reason=Nowhere
        ! StatusReason Choice
        reason Price retire
        close lost reason=Price
        ! StatusReason ReasonRetired
        reason Price back
        close lost reason=Price
        = status : Lost Price - 2026-11-22
        ",
    );
}

#[test]
fn actual_revenue_is_required_on_won_only_and_zero_is_a_value() {
    check("close won\n! ActualRevenue required\nclose won revenue=0\n= status : Won Won 0.00 2026-11-22");
    check("close lost reason=Price\n= status : Lost Price - 2026-11-22");
    check("close lost reason=Price revenue=0\n= status : Lost Price 0.00 2026-11-22");
}

#[test]
fn actual_revenue_goes_up_to_a_million_million_major_units_in_every_currency() {
    for (currency, most, more) in
        [("MYR", 100_000_000_000_000_i64, 100_000_000_000_001_i64), ("JPY", 1_000_000_000_000, 1_000_000_000_001)]
    {
        for outcome in ["won", "lost reason=Price"] {
            check(&format!(
                "
                edit currency={currency}
                close {outcome} revenue=#{more}
                ! ActualRevenue TooLarge
                close {outcome} revenue=#{most}
                "
            ));
        }
    }
    check(
        "edit currency=KWD\nclose won revenue=1000000000000.001\n! ActualRevenue TooLarge\nclose won revenue=1000000000000",
    );
}

#[test]
fn close_date_is_required_from_1970_to_2199() {
    check(
        "
        close won revenue=1 date=-
        ! CloseDate required
        close won revenue=1 date=1969-12-31
        ! CloseDate OutOfRange
        close won revenue=1 date=2200-01-01
        ! CloseDate OutOfRange
        close won revenue=1 date=2026-02-29
        ! CloseDate NoSuchDay
        close won revenue=1 date=1970-01-01
        = status : Won Won 1.00 1970-01-01
        correct date=2199-12-31
        = status : Won Won 1.00 2199-12-31
        ",
    );
}

#[test]
fn competitor_and_revisit_date_are_kept_for_lost_only() {
    check(
        "
        close won revenue=1 rival=Acme revisit=2027-01-01
        = status : Won Won 1.00 2026-11-22
        reopen
        close lost reason=Price rival=Acme revisit=2027-01-01
        = status : Lost Price - 2026-11-22 to Acme revisit 2027-01-01
        ",
    );
}

#[test]
fn what_only_lost_shows_is_not_looked_at_for_won() {
    check("close won revenue=1 revisit=nonsense\n= status : Won Won 1.00 2026-11-22");
    check("close lost reason=Price revisit=nonsense\n! RevisitOn NotADate");
}

#[test]
fn a_reason_can_require_a_description() {
    check(
        "
        close lost reason=Other
        ! Description DescriptionRequired
        close lost reason=Other text=__
        ! Description DescriptionRequired
        close lost reason=Other text=^A
        ! Description U+0001
        close lost reason=Other text=moved_away
        = status : Lost Other - 2026-11-22 (moved away)
        ",
    );
    check(
        "
        reason Tender add won explained
        close won revenue=1 reason=Tender
        ! Description DescriptionRequired
        close won revenue=1 reason=Tender text=by_a_point
        = status : Won Tender 1.00 2026-11-22 (by a point)
        ",
    );
}

#[test]
fn description_has_2000_characters_at_most() {
    check("close lost reason=Price text=2001x\n! Description 2001 of 2000\nclose lost reason=Price text=2000x");
}
