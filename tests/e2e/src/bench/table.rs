//! The figures as a table, in Markdown.

use super::SIZES;
use super::figure::{Bar, Line, Verdict};
use super::numbers::Sample;

/// The table of these lines.
pub(super) fn of(lines: &[Line]) -> String {
    let sizes = SIZES.map(|size| format!("at {}", grouped(size)));
    let [small, middle, large] = &sizes;
    let mut table =
        format!("| figure | bar {large} | {small} | {middle} | {large} | ratio | |\n|---|---|--:|--:|--:|--:|---|\n");
    table.extend(lines.iter().map(|line| {
        let cells: Vec<String> = (0..SIZES.len()).map(|size| cell(line, size)).collect();
        let ratio = line.ratio().map(|ratio| format!("{ratio:.2}")).unwrap_or_default();
        let verdict = match line.verdict() {
            Verdict::NoBar => "",
            Verdict::Held => "ok",
            Verdict::Missed => "MISSED",
        };
        let (name, bars) = (line.row.name, bars(line));
        format!("| {name} | {bars} | {} | {ratio} | {verdict} |\n", cells.join(" | "))
    }));
    table
}

/// The median and its spread, and the plain page's below.
fn cell(line: &Line, size: usize) -> String {
    let (own, plain) = (figures(&line.tutup[size], line.row.unit), figures(&line.plain[size], line.row.unit));
    if plain.is_empty() { own } else { format!("{own}<br>plain {plain}") }
}

fn figures(sample: &Sample, unit: &str) -> String {
    let Some((median, (least, most))) = sample.median().zip(sample.spread()) else { return String::new() };
    let unit = if unit.is_empty() { String::new() } else { format!(" {unit}") };
    if least.to_bits() == most.to_bits() {
        return format!("{}{unit}", short(median));
    }
    format!("**{}**{unit} ({}–{})", short(median), short(least), short(most))
}

fn bars(line: &Line) -> String {
    let unit = if line.row.unit.is_empty() { String::new() } else { format!(" {}", line.row.unit) };
    let bar = |bar: &Bar| match bar {
        Bar::TimesPlain(most) => format!("≤ {most:.1} × plain"),
        Bar::TimesSmallest(most) => format!("≤ {most:.1} × at {}", grouped(SIZES[0])),
        Bar::AtMost(most) => format!("≤ {most}{unit}"),
        Bar::AtLeast(least) => format!("≥ {least}{unit}"),
    };
    line.row.bars.iter().map(bar).collect::<Vec<_>>().join(", ")
}

/// Three digits are as many as repeat.
fn short(value: f64) -> String {
    let digits = match value.abs() {
        0.0 => 0,
        value if value < 10.0 => 2,
        value if value < 100.0 => 1,
        _ => 0,
    };
    format!("{value:.digits$}")
}

/// Thousands apart.
pub(super) fn grouped(number: usize) -> String {
    if number < 1000 { number.to_string() } else { format!("{},{:03}", grouped(number / 1000), number % 1000) }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::bench::figure::Row;

    fn samples(values: &[f64]) -> [Sample; 3] {
        SIZES.map(|_| Sample::from(values))
    }

    #[test]
    fn a_line_says_bar_figures_ratio_and_verdict() {
        let row = Row { key: "", name: "sort", unit: "ms", bars: &[Bar::TimesPlain(1.5)] };
        let table = of(&[Line { row, tutup: samples(&[20.0, 10.0, 12.04]), plain: samples(&[8.0]) }]);
        let cell = "**12.0** ms (10.0–20.0)<br>plain 8.00 ms";
        let line = format!("| sort | ≤ 1.5 × plain | {cell} | {cell} | {cell} | 1.50 | MISSED |");
        assert_eq!(table.lines().nth(2), Some(&*line));
    }

    #[test]
    fn numbers_are_grouped_and_have_three_digits() {
        assert_eq!([7, 100, 1_000, 1_234_567].map(grouped), ["7", "100", "1,000", "1,234,567"]);
        assert_eq!([0.0, 0.123, 12.34, 123.4].map(short), ["0", "0.12", "12.3", "123"]);
    }
}
