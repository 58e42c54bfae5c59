use super::*;
use proptest::prelude::*;
use serde_json::json;

/// Impacts, urgencies, rows, what is wrong with them, and a part of the advice.
type Case =
    (&'static [&'static str], &'static [&'static str], &'static [&'static [u8]], MatrixError, &'static str);

fn matrix(impacts: &[&str], urgencies: &[&str], rows: &[&[u8]]) -> Result<Matrix, MatrixError> {
    let owned = |words: &[&str]| words.iter().map(|w| (*w).to_owned()).collect();
    let rows = rows.iter().map(|row| row.iter().map(|p| Priority::new(*p).unwrap()).collect()).collect();
    Matrix::new(owned(impacts), owned(urgencies), rows)
}

#[test]
fn the_usual_3x3_of_servicenow_is_impact_plus_urgency_minus_one() {
    let levels = ["1", "2", "3"];
    let usual = matrix(&levels, &levels, &[&[1, 2, 3], &[2, 3, 4], &[3, 4, 5]]).unwrap();
    for impact in 1..=3_u8 {
        for urgency in 1..=3_u8 {
            let found = usual.priority(&impact.to_string(), &urgency.to_string()).unwrap();
            assert_eq!(found.level(), impact + urgency - 1, "impact {impact}, urgency {urgency}");
        }
    }
    assert_eq!(usual.used().into_iter().map(Priority::level).collect::<Vec<_>>(), [1, 2, 3, 4, 5]);
}

#[test]
fn the_3x4_of_itop_is_data() {
    let urgencies = ["critical", "high", "medium", "low"];
    let expected: [(&str, [u8; 4]); 3] =
        [("department", [1, 1, 2, 4]), ("group", [1, 2, 3, 4]), ("person", [2, 3, 3, 4])];
    let itop: Matrix = serde_json::from_value(json!({
        "impacts": ["department", "group", "person"],
        "urgencies": urgencies,
        "matrix": [[1, 1, 2, 4], [1, 2, 3, 4], [2, 3, 3, 4]],
        "a field of a later release": true,
    }))
    .unwrap();
    for (impact, row) in expected {
        for (urgency, level) in urgencies.iter().zip(row) {
            assert_eq!(itop.priority(impact, urgency).unwrap().level(), level, "{impact}, {urgency}");
        }
    }
    let again: Matrix = serde_json::from_value(serde_json::to_value(&itop).unwrap()).unwrap();
    assert_eq!(again, itop);
}

#[test]
fn a_matrix_with_a_hole_is_refused_with_what_to_do() {
    let cases: [Case; 5] = [
        (&[], &["u"], &[], MatrixError::NoLevels { axis: "impacts" }, "list at least one"),
        (&["i"], &[], &[&[]], MatrixError::NoLevels { axis: "urgencies" }, "list at least one"),
        (
            &["i", "i"],
            &["u"],
            &[&[1], &[2]],
            MatrixError::Duplicate { axis: "impacts", level: "i".to_owned() },
            "an id of its own",
        ),
        (&["i", "j"], &["u"], &[&[1]], MatrixError::Rows { expected: 2, found: 1 }, "one row per impact"),
        (
            &["i", "j"],
            &["u", "v"],
            &[&[1, 2], &[2]],
            MatrixError::Columns { impact: "j".to_owned(), expected: 2, found: 1 },
            "one priority per urgency",
        ),
    ];
    for (impacts, urgencies, rows, error, advice) in cases {
        let refused = matrix(impacts, urgencies, rows).unwrap_err();
        assert_eq!(refused, error);
        assert!(refused.to_string().contains(advice), "{refused}");
    }
    let json = json!({"impacts": ["i"], "urgencies": ["u", "v"], "matrix": [[1]]});
    assert!(serde_json::from_value::<Matrix>(json).is_err());
}

#[test]
fn an_unknown_level_names_those_that_exist() {
    let one = matrix(&["me", "team"], &["soon"], &[&[2], &[1]]).unwrap();
    let refused = one.priority("all", "soon").unwrap_err();
    assert_eq!(refused.to_string(), "there is no impact 'all': use one of me, team");
    let refused = one.priority("me", "now").unwrap_err();
    assert_eq!(refused.to_string(), "there is no urgency 'now': use one of soon");
}

proptest! {
    #[test]
    fn exactly_1_to_9_are_priorities(level in any::<u8>()) {
        let json = serde_json::from_value::<Priority>(json!(level));
        prop_assert_eq!(json.is_ok(), (1..=9).contains(&level));
        prop_assert_eq!(Priority::new(level).is_ok(), (1..=9).contains(&level));
        if let Ok(priority) = json {
            prop_assert_eq!(serde_json::to_value(priority).unwrap(), json!(level));
        }
    }

    #[test]
    fn a_matrix_that_was_accepted_is_total(
        rows in 0_usize..4,
        columns in 0_usize..4,
        lengths in prop::collection::vec(0_usize..4, 0..4),
    ) {
        let names = |n: usize| (0..n).map(|i| i.to_string()).collect::<Vec<_>>();
        let cells = lengths.iter().map(|n| vec![Priority::HIGHEST; *n]).collect();
        let whole = rows > 0 && columns > 0 && lengths.len() == rows && lengths.iter().all(|n| *n == columns);
        let built = Matrix::new(names(rows), names(columns), cells);
        prop_assert_eq!(built.is_ok(), whole);
        if let Ok(built) = built {
            for impact in built.impacts() {
                for urgency in built.urgencies() {
                    prop_assert!(built.priority(impact, urgency).is_ok());
                }
            }
        }
    }
}
