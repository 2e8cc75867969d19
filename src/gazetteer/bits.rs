//! Sets of hashes that stay in cache: what is not in one is surely not there.

/// A set of hashes.
#[derive(Clone, Debug)]
pub(super) struct Bits {
    bits: Box<[u64]>,
    shift: u32,
}

impl Bits {
    /// Sixteen bits for each of so many: about one other hash in twenty passes by chance.
    pub(super) fn for_as_many(hashes: usize) -> Bits {
        let size = (hashes * 16).next_power_of_two().max(1 << 12);
        Bits { bits: vec![0; size / 64].into(), shift: 64 - size.trailing_zeros() }
    }

    pub(super) fn insert(&mut self, hash: u64) {
        let bit = (hash >> self.shift) as usize;
        self.bits[bit / 64] |= 1 << (bit % 64);
    }

    #[inline(always)]
    pub(super) fn has(&self, hash: u64) -> bool {
        let bit = (hash >> self.shift) as usize;
        self.bits[bit / 64] >> (bit % 64) & 1 == 1
    }

    /// About how many hashes are in it.
    fn len(&self) -> usize {
        self.bits.iter().map(|bits| bits.count_ones() as usize).sum()
    }

    /// The same set in no more bits than it needs: the fewer, the more of them stay in cache.
    pub(super) fn shrunk(&self) -> Bits {
        let mut small = Bits::for_as_many(self.len());
        for (at, &bits) in self.bits.iter().enumerate().filter(|(_, bits)| **bits != 0) {
            let set = (0..64).filter(|bit| bits >> bit & 1 == 1);
            set.for_each(|bit| small.insert(((at * 64 + bit) as u64) << self.shift));
        }
        small
    }

    /// Bytes of heap.
    pub(super) fn memory(&self) -> usize {
        self.bits.len() * size_of::<u64>()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn nothing_is_lost_and_little_is_there_by_chance() {
        let hash = |i: u64| (i + 1).wrapping_mul(0x9E37_79B9_7F4A_7C15);
        let mut large = Bits::for_as_many(100_000);
        (0..1000).for_each(|i| large.insert(hash(i)));
        let small = large.shrunk();
        assert!(small.memory() < large.memory() / 16);
        assert!((0..1000).all(|i| large.has(hash(i)) && small.has(hash(i))));
        assert!((1000..11_000).filter(|&i| small.has(hash(i))).count() < 1000);
    }
}
