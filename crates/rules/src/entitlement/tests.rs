use super::*;
use proptest::prelude::*;
use serde_json::json;

fn person(id: &str, groups: &[&str], location: &str, employment: Employment) -> Person {
    Person {
        id: PersonId::new(id).unwrap(),
        groups: groups.iter().map(|g| GroupId::new(*g).unwrap()).collect(),
        location: LocationId::new(location).unwrap(),
        employment,
        manager: None,
        cost_centre: None,
        active: true,
        rights: Vec::new(),
    }
}

fn aylin() -> Person {
    person("aylin", &["employees", "designers"], "berlin", Employment::Employee)
}

fn contractor() -> Person {
    person("noor", &["contractors"], "lyon", Employment::Contractor)
}

#[test]
fn audiences_read_as_the_content_writes_them() {
    for (json, aylin_is_in, noor_is_in) in [
        (json!({"group": "employees"}), true, false),
        (json!({"group": "designers"}), true, false),
        (json!({"location": "lyon"}), false, true),
        (json!({"employment": "contractor"}), false, true),
        (json!({"any": [{"group": "employees"}, {"location": "lyon"}]}), true, true),
        (json!({"all": [{"group": "employees"}, {"location": "lyon"}]}), false, false),
        (json!({"all": [{"group": "employees"}, {"not": {"location": "lyon"}}]}), true, false),
        (json!({"not": {"group": "employees"}}), false, true),
        (json!({"any": []}), false, false),
        (json!({"all": []}), true, true),
    ] {
        let audience: Audience = serde_json::from_value(json.clone()).unwrap();
        assert_eq!(audience.matches(&aylin()), aylin_is_in, "{json} for an employee");
        assert_eq!(audience.matches(&contractor()), noor_is_in, "{json} for a contractor");
        assert_eq!(serde_json::to_value(&audience).unwrap(), json);
    }
}

#[test]
fn an_unknown_condition_is_an_error_and_lets_nobody_in() {
    assert!(serde_json::from_value::<Audience>(json!({"seniority": 3})).is_err());
    assert!(serde_json::from_value::<Audience>(json!({"not": {"seniority": 3}})).is_err());
}

#[test]
fn an_item_without_an_audience_is_for_everyone() {
    assert_eq!(may_order(None, &contractor()), Ok(()));
    let employees = Audience::Group(GroupId::new("employees").unwrap());
    assert_eq!(may_order(Some(&employees), &aylin()), Ok(()));
    assert_eq!(may_order(Some(&employees), &contractor()), Err(Refusal::NotInAudience));
}

#[test]
fn for_whom_one_may_order() {
    let words = ["\"self\"", "\"reports\"", "\"anyone\"", "\"a word of a later release\""];
    let read = words.map(|word| serde_json::from_str::<OrderFor>(word).unwrap());
    assert_eq!(read, [OrderFor::SelfOnly, OrderFor::Reports, OrderFor::Anyone, OrderFor::Unknown]);

    // Whether the beneficiary reports to the requester, and what then holds for each word in turn.
    for (reports, expected) in [
        (true, [Err(Refusal::OnlyForSelf), Ok(()), Ok(()), Err(Refusal::OnlyForSelf)]),
        (false, [Err(Refusal::OnlyForSelf), Err(Refusal::NotAReport), Ok(()), Err(Refusal::OnlyForSelf)]),
    ] {
        // Answers for this direction only: asked the other way round, nobody reports to anybody.
        let lines = |report: &PersonId, manager: &PersonId| {
            reports && report.as_str() == "noor" && manager.as_str() == "aylin"
        };
        let found = read.map(|order_for| may_order_for(order_for, &aylin(), &contractor(), &lines));
        assert_eq!(found, expected, "reports: {reports}");
        let own = read.map(|order_for| may_order_for(order_for, &aylin(), &aylin(), &lines));
        assert_eq!(own, [Ok(()); 4]);
    }
}

#[test]
fn nothing_is_ordered_for_people_who_left() {
    let gone = Person { active: false, ..contractor() };
    let found = may_order_for(OrderFor::Anyone, &aylin(), &gone, &|_, _| true);
    assert_eq!(found, Err(Refusal::Inactive));
}

#[test]
fn a_refusal_travels_by_its_code() {
    assert_eq!(serde_json::to_value(Refusal::NotAReport).unwrap(), json!({"code": "not_a_report"}));
    let later: Refusal = serde_json::from_value(json!({"code": "too_young", "age": 15})).unwrap();
    assert_eq!(later, Refusal::Unknown);
}

fn audience() -> impl Strategy<Value = Audience> {
    let leaf = prop_oneof![
        prop::sample::select(vec!["employees", "contractors", "designers"])
            .prop_map(|group| Audience::Group(GroupId::new(group).unwrap())),
        prop::sample::select(vec!["berlin", "lyon"])
            .prop_map(|location| Audience::Location(LocationId::new(location).unwrap())),
        Just(Audience::Employment(Employment::Intern)),
    ];
    leaf.prop_recursive(3, 24, 3, |inner| {
        prop_oneof![
            prop::collection::vec(inner.clone(), 0..3).prop_map(Audience::Any),
            prop::collection::vec(inner.clone(), 0..3).prop_map(Audience::All),
            inner.prop_map(|part| Audience::Not(Box::new(part))),
        ]
    })
}

proptest! {
    #[test]
    fn de_morgan_holds(parts in prop::collection::vec(audience(), 0..4)) {
        let not = |audience: Audience| Audience::Not(Box::new(audience));
        let any_of_not = Audience::Any(parts.iter().cloned().map(not).collect());
        let not_all = not(Audience::All(parts));
        for person in [aylin(), contractor()] {
            prop_assert_eq!(any_of_not.matches(&person), not_all.matches(&person));
        }
    }
}

#[test]
fn one_charges_ones_own_cost_centre_that_of_the_other_and_those_one_answers_for() {
    let id = |text: &str| CostCentreId::new(text).unwrap();
    let paying = |person: Person, cost_centre: &str| Person { cost_centre: Some(id(cost_centre)), ..person };
    let (mara, other) = (PersonId::new("mara").unwrap(), PersonId::new("other").unwrap());
    let requester = Person { id: mara.clone(), ..paying(aylin(), "4410") };
    let beneficiary = paying(contractor(), "2100");
    for (cost_centre, owner, expected) in [
        ("4410", &other, Ok(())),
        ("2100", &other, Ok(())),
        ("5100", &mara, Ok(())),
        ("5100", &other, Err(Refusal::NotYourCostCentre)),
    ] {
        assert_eq!(may_charge(&id(cost_centre), owner, &requester, &beneficiary), expected, "{cost_centre}");
    }
}
