package tally

import "slices"

// RuleID names a row of the rules; the words for a screen belong to the
// catalogues.
type RuleID int

// The rules, in the order of the table.
const (
	NoRule RuleID = iota
	RuleNothing
	RuleMean
	RuleMeanWidth
	RuleMeanEnds
	RuleMeanSteps
	RuleCompletion
	RuleBars
	RuleSmall
	RuleComplement
	RuleEndsFew
	RuleEnds
	RuleBase
	RuleClose
	RuleReopen
	RuleReopenBars
	RuleSensitive
	RuleSensitiveSchool
	RuleSchool
	RuleSchoolLargest
	RuleInaction
	RuleNorm
	RuleNormLead
	rulesEnd
)

// Rule is one row of disclosure control. It holds for From ≤ n < Below answers
// (0: no bound); what Value means is said in Why.
type Rule struct {
	ID          string
	Why         string
	Source      string
	From, Below int
	Value       int
	Percent     int
}

const (
	reliability = "reliability.md 3.4"
	ours        = "ours"
	issue7      = "issue 7"
	attacked    = "ours, after attacker_test.go"
)

// rules is the one place where a number of disclosure control stands.
var rules = [rulesEnd]Rule{
	RuleNothing: {ID: "nothing", Below: 5, Source: reliability + ": survey tools default to 5, floor 3",
		Why: "Nothing is shown of fewer answers than Below: who knows a few of them would know the rest."},
	RuleMean: {ID: "mean", From: 5, Below: 10, Source: reliability + ": Quicksearch, 5 for means",
		Why: "Only in which part of the scale the mean lies. From ten answers there are bars, and then no mean beside them: a mean and merged bars together solve cells."},
	RuleMeanWidth: {ID: "mean-width", Value: 3, Source: ours,
		Why: "A mean needs a scale of at least Value categories: the mean of two is a share."},
	RuleMeanEnds: {ID: "mean-ends", Value: 4, Source: attacked + "; reliability.md 3.4, homogeneous answer",
		Why: "The first and the last part, one in Value, of the scale are one step each: a mean near an end tells that all said the same."},
	RuleMeanSteps: {ID: "mean-steps", Value: 5, Source: ours,
		Why: "Between the ends there are three steps on a scale of at least Value categories, one on a shorter scale, where a finer step holds for as few as three ways to answer."},
	RuleCompletion: {ID: "completion", From: 5, Source: reliability,
		Why: "How many came to the end is shown from From answers, with the same coding at the ends as any cell: the one who stopped is not to be looked for."},
	RuleBars: {ID: "bars", From: 10, Source: issue7 + "; 39 US states use 10 (NCES 2011-603)",
		Why: "A distribution, and any share of secret answers, is shown from From answers."},
	RuleSmall: {ID: "small", From: 5, Value: 2, Source: reliability + ": Eurostat primary confidentiality; zero: " + attacked,
		Why: "Counts of 0 to Value are not told from each other. Zero belongs to them: if zeros were shown, what is merged would be known to be 1 or 2, and “nobody” says of each what they did not answer."},
	RuleComplement: {ID: "complement", From: 10, Value: 2, Source: reliability + ": Eurostat secondary confidentiality; zero and ties: " + attacked,
		Why: "What is hidden is merged until a group of at least Value categories exceeds the small counts and could be split in more than one way; equal counts are merged together, since an order among them would tell them apart. If nothing is left, approved against the rest; if that is small too, coded."},
	RuleEndsFew: {ID: "ends-few", From: 5, Below: 20, Percent: 10, Source: "Delaware rule 4 (reliability.md 3.4); " + attacked,
		Why: "At most Percent in a hundred, and at least its complement, are one step. Stronger than published: never less than RuleSmall, so with 10 answers 8, 9 and 10 are one step; else 8 of 10 would be neither shown nor coded, and so known."},
	RuleEnds: {ID: "ends", From: 20, Percent: 5, Source: "Delaware rule 4 (reliability.md 3.4); " + attacked,
		Why: "Fewer than Percent in a hundred, and more than its complement, are one step. Stronger than published: never less than RuleSmall; more than 95 % of 20 is 20, which tells that all said the same."},
	RuleBase: {ID: "base", Source: attacked,
		Why: "All tables of one base have the same n: no answer is an answer too, merged with the side that is not approved of. Else the difference of two n tells how many passed."},
	RuleClose: {ID: "close", Source: reliability,
		Why: "While answers come in, only how many were typed can be read; shares there are at the close, once. What was shown is never shown again otherwise."},
	RuleReopen: {ID: "reopen", Value: 5, Source: reliability,
		Why: "A new release needs Value new answers. The new ones are a table of their own and guarded as one, and only what two guarded tables show is added up: so the difference of two releases is what was guarded."},
	RuleReopenBars: {ID: "reopen-bars", Value: 10, Source: attacked,
		Why: "Where bars were shown a new release needs Value new answers, not 5: the difference would be the distribution of fewer than ten."},
	RuleSensitive: {ID: "sensitive", Source: ours,
		Why: "A flagged item is never shown of a class."},
	RuleSensitiveSchool: {ID: "sensitive-school", From: 30, Source: ours,
		Why: "A flagged item is shown of a school from From answers."},
	RuleSchool: {ID: "school", Value: 2, Source: ours + "; reliability.md 3.4, differencing: same rule between class and school totals",
		Why: "A school's total adds up what its classes show, so no subtraction of classes tells more than they do. Answers of which nothing was shown are guarded together, from Value classes."},
	RuleSchoolLargest: {ID: "school-largest", Percent: 67, Source: ours,
		Why: "No class has more than Percent in a hundred of such a common table; else it is that class's."},
	RuleInaction: {ID: "inaction", Source: "pedagogy.md; learning-software.md 4.4; issue 7",
		Why: "Those who did nothing are never a number of their own: it would make doing nothing the norm."},
	RuleNorm: {ID: "norm", From: 10, Source: issue7 + "; where a reference says 8, this holds",
		Why: "What the class approves of is revealed from From answers, in words, and to the teacher first."},
	RuleNormLead: {ID: "norm-lead", Percent: 60, Source: ours + "; learning-software.md 4.4, the healthy answer leads",
		Why: "It leads clearly: at least Percent in a hundred for certain. A bare majority says that nearly half do not."},
}

// Rules gives the table, for a page that says what is hidden and why.
func Rules() []Rule { return slices.Clone(rules[1:]) }

// Rule gives the row of an id; the zero Rule for NoRule.
func (id RuleID) Rule() Rule {
	if id <= NoRule || id >= rulesEnd {
		return Rule{}
	}
	return rules[id]
}

// String is the rule's id in the table, "" for NoRule.
func (id RuleID) String() string { return id.Rule().ID }

// small is the largest count out of n that is not told from zero, and so the
// largest that may be missing from n without being told from n.
func small(n int) int {
	few, many := &rules[RuleEndsFew], &rules[RuleEnds]
	ends := n * few.Percent / 100
	if n >= many.From {
		ends = (n*many.Percent+99)/100 - 1
	}
	return max(rules[RuleSmall].Value, ends)
}
