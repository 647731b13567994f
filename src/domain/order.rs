//! Sorting, with little code: a handful of things, or as many as there may be.

use std::collections::BinaryHeap;

/// The items in their order, however many there are. Those that are equal come in any order.
pub(crate) fn sorted<T: Ord>(items: impl IntoIterator<Item = T>) -> Vec<T> {
    items.into_iter().collect::<BinaryHeap<T>>().into_sorted_vec()
}

/// The items in the order of their keys, those of one key as they came. Each is put in its place behind the ones before
/// it: right for lists as long as a screen, and a twentieth of the code that the library's sort takes for every type.
pub(crate) fn in_order<T, K: Ord>(items: impl IntoIterator<Item = T>, key: impl Fn(&T) -> K) -> Vec<T> {
    let mut sorted = Vec::new();
    for item in items {
        let own = key(&item);
        let place = sorted.partition_point(|other| key(other) <= own);
        sorted.insert(place, item);
    }
    sorted
}

/// Puts the item in its place among sorted ones; whether it was not there yet.
pub(crate) fn insert_sorted<T: Ord>(sorted: &mut Vec<T>, item: T) -> bool {
    match sorted.binary_search(&item) {
        Ok(_) => false,
        Err(place) => {
            sorted.insert(place, item);
            true
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn items_of_one_key_stay_as_they_came() {
        let items = [(2, 'a'), (1, 'b'), (2, 'c'), (0, 'd'), (1, 'e')];
        assert_eq!(in_order(items, |(key, _)| *key), [(0, 'd'), (1, 'b'), (1, 'e'), (2, 'a'), (2, 'c')]);
        assert_eq!(in_order([(); 0], |()| 0), []);
    }

    #[test]
    fn an_item_is_inserted_once() {
        let mut sorted = vec![1, 4];
        assert_eq!([3, 4, 0, 9, 3].map(|item| insert_sorted(&mut sorted, item)), [true, false, true, true, false]);
        assert_eq!(sorted, [0, 1, 3, 4, 9]);
    }
}
