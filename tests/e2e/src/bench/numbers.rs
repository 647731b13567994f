//! What many runs say together.

/// The values of some runs, in ascending order.
#[derive(Debug, Clone, Default, PartialEq)]
pub(super) struct Sample(Vec<f64>);

impl Sample {
    /// One more run.
    pub(super) fn add(&mut self, value: f64) {
        let place = self.0.partition_point(|other| other.total_cmp(&value).is_lt());
        self.0.insert(place, value);
    }

    /// The value in the middle; of an even number the mean of both that are.
    pub(super) fn median(&self) -> Option<f64> {
        let middle = self.0.len() / 2;
        let upper = self.0.get(middle)?;
        if self.0.len() % 2 == 1 {
            return Some(*upper);
        }
        Some(f64::midpoint(self.0[middle - 1], *upper))
    }

    /// The least and the greatest.
    pub(super) fn spread(&self) -> Option<(f64, f64)> {
        Some((*self.0.first()?, *self.0.last()?))
    }
}

#[cfg(test)]
impl From<&[f64]> for Sample {
    fn from(values: &[f64]) -> Self {
        let mut sample = Self::default();
        for value in values {
            sample.add(*value);
        }
        sample
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn sample(values: &[f64]) -> Sample {
        values.into()
    }

    #[test]
    fn the_median_is_in_the_middle_whatever_the_order() {
        for (values, median) in [
            (&[][..], None),
            (&[4.0], Some(4.0)),
            (&[9.0, 1.0], Some(5.0)),
            (&[9.0, 1.0, 2.0], Some(2.0)),
            (&[100.0, 3.0, 1.0, 2.0], Some(2.5)),
            (&[2.0, 2.0, 2.0, 1.0, 50.0], Some(2.0)),
        ] {
            assert_eq!(sample(values).median(), median, "{values:?}");
        }
    }

    #[test]
    fn the_spread_is_from_the_least_to_the_greatest() {
        assert_eq!(sample(&[3.0, 1.0, 2.0]).spread(), Some((1.0, 3.0)));
        assert_eq!(sample(&[3.0]).spread(), Some((3.0, 3.0)));
        assert_eq!(Sample::default().spread(), None);
    }
}
