//! What the dialog offers (RULES §4), for every combination of outcome, quotes and canceled closings.

use super::scenario::check;

/// How the quotes stand, and which fates each outcome starts with.
const QUOTES: [(&str, &str, &str, &str); 9] = [
    // the quotes                                       winner's total  fates for Won               fates for Lost
    ("", "-", "", ""),
    ("quote 10", "-", " Q1=Canceled", " Q1=Canceled"),
    ("quote 10 active", "10.00", " Q1=Won", " Q1=Lost"),
    ("quote 10 active\nquote 20", "10.00", " Q1=Won Q2=Canceled", " Q1=Lost Q2=Canceled"),
    ("quote 10 active\nquote 20 active", "-", " Q1=Lost Q2=Lost", " Q1=Lost Q2=Lost"),
    ("quote 10 active\nQ1 win", "10.00", "", ""),
    ("quote 10 active\nQ1 win\nquote 20 active", "10.00", " Q2=Lost", " Q2=Lost"),
    ("quote 10 active\nQ1 win\nquote 20", "10.00", " Q2=Canceled", " Q2=Canceled"),
    ("quote 10 active\nQ1 lose", "-", "", ""),
];

/// What was canceled before, and what each outcome takes over where its defaults are empty: for Won the revenue and the
/// description, for Lost all of it.
const CANCELED: [(&str, &str, &str, &str); 5] = [
    ("", "-", "", "Lost - -"),
    ("close won revenue=7 text=done\nreopen", "7.00", " (done)", "Lost - - (done)"),
    (
        "close lost reason=Price revenue=3 rival=Acme revisit=2027-01-01 text=dear\nreopen",
        "-",
        " (dear)",
        "Lost Price 3.00 to Acme revisit 2027-01-01 (dear)",
    ),
    ("close lost reason=Price rival=Acme\nreopen\nreason Price retire", "-", "", "Lost OutSold - to Acme"),
    ("close won revenue=7\ncorrect as=lost reason=Price revenue=-\nreopen", "-", "", "Lost Price -"),
];

#[test]
fn the_dialog_offers_its_defaults_for_every_outcome_quotes_and_canceled_closings() {
    for (quotes, total, won_fates, lost_fates) in QUOTES {
        for (canceled, earlier_revenue, won_rest, lost) in CANCELED {
            let revenue = if total == "-" { earlier_revenue } else { total };
            check(&format!(
                "
                {canceled}
                {quotes}
                = dialog won : Won Won {revenue}{won_rest}{won_fates}
                = dialog lost : {lost}{lost_fates}
                "
            ));
            // With an estimate, the earlier closing's revenue is not needed; Lost never takes the estimate.
            let revenue = if total == "-" { "99.00" } else { total };
            check(&format!(
                "
                {canceled}
                edit estimate=99
                {quotes}
                = dialog won : Won Won {revenue}{won_rest}{won_fates}
                = dialog lost : {lost}{lost_fates}
                "
            ));
        }
    }
}

#[test]
fn the_box_is_unticked_in_strict_mode_as_well() {
    check("quote 10\nstrict\n= dialog won : Won Won - Q1=Canceled\n= dialog lost : Lost - - Q1=Canceled");
}

#[test]
fn the_revenue_follows_the_choice_of_a_winner() {
    check(
        "
        edit estimate=99
        quote 10 active
        quote 20
        = dialog won all : Won Won 10.00 all Q1=Won Q2=Canceled
        = dialog won Q1=won : Won Won 10.00 Q1=Won Q2=Canceled
        = dialog won all Q1=lost : Won Won 99.00 all Q1=Lost Q2=Canceled
        = dialog won all Q1=lost Q2=won : Won Won 20.00 all Q1=Lost Q2=Won
        = dialog won all Q1=lost Q2=won revenue=5 : Won Won 5.00 all Q1=Lost Q2=Won
        ",
    );
}

#[test]
fn the_revenue_of_won_is_a_total_of_zero_before_the_estimate() {
    check("edit estimate=99\nquote 0 active\n= dialog won : Won Won 0.00 Q1=Won");
    check("edit estimate=0\n= dialog won : Won Won 0.00\n= dialog lost : Lost - -");
}

#[test]
fn the_estimate_offered_may_be_calculated() {
    check("edit lines=Design:500,Build:20 calculated\n= dialog won : Won Won 520.00");
}

#[test]
fn the_close_date_is_today_on_the_users_calendar() {
    check("today 2026-12-31\n= dialog won : Won Won - 2026-12-31\n= dialog lost : Lost - - 2026-12-31");
}

#[test]
fn lost_is_out_sold_once_a_competitor_is_named_unless_a_reason_was_picked() {
    check(
        "
        = dialog lost : Lost - -
        = dialog lost rival=Acme : Lost OutSold - to Acme
        = dialog lost reason=Price rival=Acme : Lost Price - to Acme
        reason OutSold retire
        = dialog lost rival=Acme : Lost - - to Acme
        ",
    );
}

#[test]
fn won_takes_the_first_reason_offered_when_its_own_is_retired() {
    check(
        "
        reason Tender add won
        = dialog won : Won Won -
        reason Won retire
        = dialog won : Won Tender -
        ",
    );
}

#[test]
fn r14_a_competitor_renamed_since_is_offered_by_its_present_name() {
    check(
        "
        competitor Acme add
        close lost reason=Price rival=Acme
        reopen
        competitor Acme rename Acme_Corp
        = dialog lost : Lost Price - to Acme Corp
        ",
    );
}

#[test]
fn r14_the_earlier_revenue_is_offered_whenever_the_choice_leaves_it_empty() {
    check(
        "
        close won revenue=7
        reopen
        quote 10 active
        = dialog won all : Won Won 10.00 all Q1=Won
        = dialog won all Q1=lost : Won Won 7.00 all Q1=Lost
        ",
    );
}

#[test]
fn r14_of_several_canceled_closings_the_last_one_counts() {
    check(
        "
        close won revenue=7 text=first
        reopen
        close won revenue=8 text=second
        reopen
        = dialog won : Won Won 8.00 (second)
        close lost reason=Price text=third
        reopen
        = dialog won : Won Won - (third)
        ",
    );
}
