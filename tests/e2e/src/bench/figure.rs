//! What is measured, and the bars.

use std::collections::BTreeMap;

use super::SIZES;
use super::numbers::Sample;

/// What can be measured by itself.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Figure {
    /// From the navigation to rows, and to the answer to a first key.
    Start,
    /// A letter in the search.
    Search,
    /// Another order.
    Sort,
    /// Another view.
    View,
    /// Closing an opportunity.
    Close,
    /// Closing many in one act.
    Bulk,
    /// Editing a field.
    Edit,
    /// Scrolling through all rows.
    Scroll,
    /// What stays in the memory.
    Memory,
    /// What a browser loads.
    Load,
}

impl Figure {
    /// Every one, in the order of the table.
    pub const ALL: [Self; 10] = [
        Self::Start,
        Self::Search,
        Self::Sort,
        Self::View,
        Self::Close,
        Self::Bulk,
        Self::Edit,
        Self::Scroll,
        Self::Memory,
        Self::Load,
    ];

    /// What it is called on the command line.
    #[must_use]
    pub fn name(self) -> &'static str {
        match self {
            Self::Start => "start",
            Self::Search => "search",
            Self::Sort => "sort",
            Self::View => "view",
            Self::Close => "close",
            Self::Bulk => "bulk",
            Self::Edit => "edit",
            Self::Scroll => "scroll",
            Self::Memory => "memory",
            Self::Load => "load",
        }
    }

    /// The one of this name.
    #[must_use]
    pub fn from_name(name: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|figure| figure.name() == name)
    }

    /// The lines that it has in the table.
    fn rows(self) -> &'static [Row] {
        match self {
            Self::Start => &[Row {
                key: "start",
                name: "start: navigation to first rows painted and a key in the search box answered",
                unit: "ms",
                bars: &[Bar::TimesPlain(2.0)],
            }],
            Self::Search => &[Row {
                key: "search",
                name: "search keystroke to rows painted",
                unit: "ms",
                bars: &[Bar::TimesPlain(1.5), Bar::AtMost(16.0)],
            }],
            Self::Sort => {
                &[Row { key: "sort", name: "sort to rows painted", unit: "ms", bars: &[Bar::TimesPlain(1.5)] }]
            }
            Self::View => {
                &[Row { key: "view", name: "change view to rows painted", unit: "ms", bars: &[Bar::TimesPlain(1.5)] }]
            }
            Self::Close => &[
                Row {
                    key: "saved",
                    name: "close an opportunity with three quotes: decision to saved",
                    unit: "ms",
                    bars: &[Bar::TimesSmallest(1.2)],
                },
                Row {
                    key: "shown",
                    name: "… and to the changed row and totals painted",
                    unit: "ms",
                    bars: &[Bar::AtMost(16.0)],
                },
            ],
            Self::Bulk => &[
                Row {
                    key: "bulk",
                    name: "bulk close 500: decision to saved and painted",
                    unit: "ms",
                    bars: &[Bar::AtMost(500.0)],
                },
                Row { key: "bulked", name: "… opportunities in that act", unit: "", bars: &[Bar::AtLeast(500.0)] },
            ],
            Self::Edit => &[
                Row { key: "edit", name: "edit a field to saved", unit: "ms", bars: &[Bar::TimesSmallest(1.2)] },
                Row { key: "writes", name: "… writes", unit: "", bars: &[Bar::AtMost(1.0)] },
            ],
            Self::Scroll => &[
                Row {
                    key: "smooth",
                    name: "scroll through all rows: frames within 32 ms",
                    unit: "%",
                    bars: &[Bar::AtLeast(95.0)],
                },
                Row { key: "longest", name: "… longest frame", unit: "ms", bars: &[Bar::AtMost(100.0)] },
                Row { key: "rows", name: "… rows mounted at most", unit: "", bars: &[Bar::AtMost(80.0)] },
            ],
            Self::Memory => &[
                Row { key: "memory100", name: "memory after 100 openings", unit: "MiB", bars: &[] },
                Row { key: "memory", name: "… growth with 1,000 more", unit: "%", bars: &[Bar::AtMost(5.0)] },
            ],
            Self::Load => {
                &[Row { key: "load", name: "what a browser loads, brotli", unit: "KiB", bars: &[Bar::AtMost(240.0)] }]
            }
        }
    }
}

/// What one line of the table is about.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(super) struct Row {
    pub(super) key: &'static str,
    pub(super) name: &'static str,
    pub(super) unit: &'static str,
    pub(super) bars: &'static [Bar],
}

/// What a figure has to hold at the largest size.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(super) enum Bar {
    /// So many times the plain page's.
    TimesPlain(f64),
    /// So many times its own at the smallest size.
    TimesSmallest(f64),
    /// Not more.
    AtMost(f64),
    /// Not less.
    AtLeast(f64),
}

/// Which page.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Side {
    Tutup,
    Plain,
}

/// Everything that was measured.
#[derive(Debug, Default)]
pub(super) struct Results {
    pub(super) chromium: String,
    samples: BTreeMap<(&'static str, Side, usize), Sample>,
}

impl Results {
    /// One more run of a line on a page with a book of that size.
    pub(super) fn add(&mut self, key: &'static str, side: Side, book: usize, figure: f64) {
        self.samples.entry((key, side, book)).or_default().add(figure);
    }

    fn of(&self, key: &'static str, side: Side) -> [Sample; SIZES.len()] {
        SIZES.map(|size| self.samples.get(&(key, side, size)).cloned().unwrap_or_default())
    }
}

/// A line of the table, measured: a sample a size.
#[derive(Debug)]
pub(super) struct Line {
    pub(super) row: Row,
    pub(super) tutup: [Sample; SIZES.len()],
    pub(super) plain: [Sample; SIZES.len()],
}

/// The lines of these figures.
pub(super) fn lines(figures: &[Figure], results: &Results) -> Vec<Line> {
    let rows = figures.iter().flat_map(|figure| figure.rows());
    let line = |row: &Row| Line {
        row: *row,
        tutup: results.of(row.key, Side::Tutup),
        plain: results.of(row.key, Side::Plain),
    };
    rows.map(line).collect()
}

/// Whether a line holds its bars.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Verdict {
    /// It has none.
    NoBar,
    Held,
    Missed,
}

impl Verdict {
    /// Whether nothing is wrong.
    pub(super) fn is_held(self) -> bool {
        self != Self::Missed
    }
}

impl Line {
    /// At the largest size. What was not measured holds nothing.
    pub(super) fn verdict(&self) -> Verdict {
        if self.row.bars.is_empty() {
            return Verdict::NoBar;
        }
        let holds = |bar: &Bar| match *bar {
            Bar::TimesPlain(most) => self.times_plain().is_some_and(|times| times <= most),
            Bar::TimesSmallest(most) => self.times_smallest().is_some_and(|times| times <= most),
            Bar::AtMost(most) => largest(&self.tutup).is_some_and(|value| value <= most),
            Bar::AtLeast(least) => largest(&self.tutup).is_some_and(|value| value >= least),
        };
        if self.row.bars.iter().all(holds) { Verdict::Held } else { Verdict::Missed }
    }

    /// What the bars compare with, as it is.
    pub(super) fn ratio(&self) -> Option<f64> {
        self.row.bars.iter().find_map(|bar| match bar {
            Bar::TimesPlain(_) => self.times_plain(),
            Bar::TimesSmallest(_) => self.times_smallest(),
            Bar::AtMost(_) | Bar::AtLeast(_) => None,
        })
    }

    fn times_plain(&self) -> Option<f64> {
        Some(largest(&self.tutup)? / largest(&self.plain)?)
    }

    fn times_smallest(&self) -> Option<f64> {
        Some(largest(&self.tutup)? / self.tutup.first()?.median()?)
    }
}

fn largest(samples: &[Sample]) -> Option<f64> {
    samples.last()?.median()
}

#[cfg(test)]
mod tests {
    use super::*;

    /// The runs at each size.
    type Runs<'a> = [&'a [f64]; 3];

    fn line(bars: &'static [Bar], tutup: Runs<'_>, plain: Runs<'_>) -> Line {
        let row = Row { key: "", name: "", unit: "ms", bars };
        Line { row, tutup: tutup.map(Sample::from), plain: plain.map(Sample::from) }
    }

    #[test]
    fn a_bar_is_held_up_to_itself_by_the_median_at_the_largest_size() {
        const PLAIN: &[Bar] = &[Bar::TimesPlain(1.5), Bar::AtMost(16.0)];
        let cases: [(&'static [Bar], Runs<'_>, Runs<'_>, Verdict); 11] = [
            (&[], [&[1.0], &[1.0], &[1.0]], [&[], &[], &[]], Verdict::NoBar),
            (PLAIN, [&[99.0], &[99.0], &[15.0]], [&[1.0], &[1.0], &[10.0]], Verdict::Held),
            (PLAIN, [&[1.0], &[1.0], &[15.1]], [&[1.0], &[1.0], &[10.0]], Verdict::Missed),
            (PLAIN, [&[1.0], &[1.0], &[17.0]], [&[1.0], &[1.0], &[20.0]], Verdict::Missed),
            (PLAIN, [&[1.0], &[1.0], &[9.0, 15.0, 900.0]], [&[1.0], &[1.0], &[1.0, 10.0, 10.0]], Verdict::Held),
            (PLAIN, [&[1.0], &[1.0], &[1.0]], [&[1.0], &[1.0], &[]], Verdict::Missed),
            (PLAIN, [&[], &[], &[]], [&[], &[], &[]], Verdict::Missed),
            (&[Bar::TimesSmallest(1.2)], [&[5.0], &[9.0], &[6.0]], [&[], &[], &[]], Verdict::Held),
            (&[Bar::TimesSmallest(1.2)], [&[5.0], &[5.0], &[6.1]], [&[], &[], &[]], Verdict::Missed),
            (&[Bar::AtLeast(95.0)], [&[1.0], &[1.0], &[95.0]], [&[], &[], &[]], Verdict::Held),
            (&[Bar::AtLeast(95.0)], [&[99.0], &[99.0], &[94.9]], [&[], &[], &[]], Verdict::Missed),
        ];
        for (bars, tutup, plain, verdict) in cases {
            assert_eq!(line(bars, tutup, plain).verdict(), verdict, "{bars:?} {tutup:?} {plain:?}");
        }
    }

    #[test]
    fn every_figure_has_a_name_and_lines_of_its_own() {
        for figure in Figure::ALL {
            assert_eq!(Figure::from_name(figure.name()), Some(figure));
        }
        let mut keys: Vec<_> = Figure::ALL.iter().flat_map(|figure| figure.rows()).map(|row| row.key).collect();
        let count = keys.len();
        keys.sort_unstable();
        keys.dedup();
        assert_eq!(keys.len(), count);
        assert_eq!(Figure::from_name("speed"), None);
    }
}
