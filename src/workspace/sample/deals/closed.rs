//! What was won, and what was lost.

use super::{CONSULTING, SINGAPORE};
use crate::domain::{
    BillingMethod::{FixedPrice, TimeAndMaterial},
    BuiltInReason, Process, Rating,
    Stage::{Close, Develop, Propose},
};
use crate::workspace::sample::deal::{
    DEAL, Deal, Ending, LOST, Step,
    Step::{Activate, Correct, Note, Quote, Reaches, Revise, Win},
    WON,
};

pub(in crate::workspace::sample) const CLOSED: [Deal; 10] = [
    // --- won
    Deal {
        topic: "Branch network refresh",
        customer: "Trey Research Sdn Bhd",
        contact: "Kavitha Subramaniam",
        estimate: 268_000,
        closes_in: -20,
        process: Some(Process::Committee),
        unit: CONSULTING,
        created: 112,
        story: &[
            (90, Reaches(Propose, 60)),
            (89, Quote("18 branches", 272_000, 45)),
            (88, Activate(0)),
            (66, Revise(0, 259_900)),
            (65, Activate(1)),
            (34, Reaches(Close, 90)),
            (28, Step::Close(WON)),
        ],
        ..DEAL
    },
    Deal {
        topic: "Annual support renewal",
        customer: "Contoso Retail Sdn Bhd",
        contact: "Nur Aisyah Rahman",
        estimate: 84_000,
        closes_in: -8,
        unit: CONSULTING,
        created: 40,
        story: &[(31, Reaches(Close, 90)), (15, Step::Close(WON))],
        ..DEAL
    },
    Deal {
        topic: "Data warehouse build",
        customer: "Margie's Travel Pte Ltd",
        contact: "Jonathan Goh",
        currency: "SGD",
        estimate: 240_000,
        closes_in: -45,
        unit: SINGAPORE,
        lines: &[("Build", FixedPrice, 198_000), ("Hypercare", TimeAndMaterial, 42_000)],
        created: 150,
        story: &[
            (120, Reaches(Develop, 40)),
            (99, Reaches(Propose, 70)),
            (98, Quote("Build and hypercare", 0, 60)),
            (97, Activate(0)),
            (51, Step::Close(WON)),
            (
                36,
                Correct(Ending {
                    revenue: 228_000,
                    description: "Hypercare was cut to two weeks when signing.",
                    ..WON
                }),
            ),
        ],
        ..DEAL
    },
    Deal {
        topic: "Latihan Excel lanjutan",
        customer: "Kolej Bellows",
        contact: "Zainab Yusof",
        estimate: 9_600,
        closes_in: -30,
        process: Some(Process::Individual),
        description: "Dua hari, 20 peserta, di kampus.",
        created: 55,
        story: &[
            (48, Quote("Latihan dua hari", 9_600, 30)),
            (48, Activate(0)),
            (42, Win(0)),
            (41, Step::Close(Ending { description: "Pesanan rasmi diterima.", ..WON })),
        ],
        ..DEAL
    },
    Deal {
        topic: "Fleet tracking proof of concept",
        customer: "Consolidated Messenger",
        contact: "Suresh Pillai",
        estimate: 64_000,
        closes_in: -60,
        unit: CONSULTING,
        created: 105,
        story: &[
            (92, Reaches(Propose, 50)),
            (91, Quote("Proof of concept, 20 vehicles", 66_000, 30)),
            (90, Activate(0)),
            (78, Quote("Proof of concept, 12 vehicles", 41_500, 0)),
            (
                75,
                Step::Close(Ending {
                    winner: Some(1),
                    description: "They start small and decide on the rest in spring.",
                    ..WON
                }),
            ),
        ],
        ..DEAL
    },
    // --- lost
    Deal {
        topic: "Cloud cost optimisation",
        customer: "Graphic Design Institute",
        contact: "Amirul Hakim",
        estimate: 88_000,
        closes_in: -70,
        unit: CONSULTING,
        created: 130,
        story: &[
            (115, Reaches(Propose, 40)),
            (114, Quote("Three months of optimisation", 85_000, 30)),
            (113, Activate(0)),
            (
                82,
                Step::Close(Ending {
                    reason: BuiltInReason::OutSold,
                    competitor: "Southridge Systems",
                    revisit_in: 9,
                    description: "They offered a share of the savings instead of a fee.",
                    ..LOST
                }),
            ),
        ],
        ..DEAL
    },
    Deal {
        topic: "HR self-service portal",
        customer: "Blue Yonder Airlines",
        contact: "Serena Wong",
        estimate: 175_000,
        closes_in: -15,
        process: Some(Process::Committee),
        unit: CONSULTING,
        created: 100,
        story: &[
            (85, Reaches(Develop, 30)),
            (18, Step::Close(Ending { revisit_in: 120, description: "New HR director starts in spring.", ..LOST })),
        ],
        ..DEAL
    },
    Deal {
        topic: "IoT monitoring for cold rooms",
        customer: "Coho Winery and Foods",
        contact: "Hannah Lee",
        estimate: 118_000,
        closes_in: -33,
        unit: CONSULTING,
        created: 90,
        story: &[
            (74, Reaches(Propose, 45)),
            (73, Quote("60 sensors with alerts", 121_000, 30)),
            (72, Activate(0)),
            (54, Revise(0, 109_000)),
            (53, Activate(1)),
            (
                32,
                Step::Close(Ending {
                    reason: BuiltInReason::Price,
                    competitor: "Relecloud",
                    description: "A third below our second offer.",
                    ..LOST
                }),
            ),
        ],
        ..DEAL
    },
    Deal {
        topic: "SharePoint intranet",
        customer: "School of Fine Art",
        contact: "Izzat Rosli",
        estimate: 47_000,
        closes_in: -25,
        created: 80,
        story: &[
            (62, Reaches(Propose, 60)),
            (61, Quote("Intranet with three sites", 46_000, 30)),
            (60, Activate(0)),
            (38, Step::Close(WON)),
            (
                22,
                Correct(Ending {
                    reason: BuiltInReason::Canceled,
                    description: "Withdrawn before the order was signed; it had been entered as won too early.",
                    ..LOST
                }),
            ),
            (21, Note("Pelanggan menarik diri; hubungi semula selepas semester ini.")),
        ],
        ..DEAL
    },
    Deal {
        topic: "Legacy Access database rewrite",
        customer: "City Power & Light",
        contact: "Lee Chee Keong",
        estimate: 62_000,
        closes_in: -50,
        rating: Rating::Cold,
        created: 95,
        story: &[
            (77, Reaches(Develop, 20)),
            (
                57,
                Step::Close(Ending {
                    reason: BuiltInReason::Other,
                    description: "Their intern rebuilt it over the holidays.",
                    ..LOST
                }),
            ),
        ],
        ..DEAL
    },
];
