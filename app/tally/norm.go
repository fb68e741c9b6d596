package tally

// Preview is what would be revealed of what the class approves of, for the
// teacher. The projector takes a Reveal, and there is no way to one but through
// a Preview.
type Preview struct {
	share Share
	rule  RuleID
}

// Reveal is what the class sees: a share in words, or only the prompt. The zero
// Reveal is the prompt; nothing in it tells why, or that something was held
// back.
type Reveal struct {
	share Share
}

// Norm looks whether what the class approves of may be revealed: its categories
// are marked as approved of, there are at least ten answers, it leads clearly
// for certain, and the item does not ask who did nothing.
func Norm(s Shown) Preview {
	c, ok := s.Approved()
	lead := rules[RuleNormLead].Percent
	switch {
	case s.item.Inaction:
		return Preview{rule: RuleInaction}
	case s.item.Sensitive:
		return Preview{rule: RuleSensitive}
	case s.t.kind != Bars || s.t.n < rules[RuleNorm].From:
		return Preview{rule: RuleNorm}
	case !ok || s.item.approved() == 0 || c.Low*100 < lead*c.Of:
		return Preview{rule: RuleNormLead}
	}
	return Preview{share: c.Share()}
}

// Share is what would be revealed; false if the class sees the prompt.
func (p Preview) Share() (Share, bool) { return p.share, p.share != NoShare }

// Rule is why there is only the prompt; for the teacher.
func (p Preview) Rule() RuleID { return p.rule }

// Reveal is what the class sees when the teacher, who has seen the preview,
// shows it.
func (p Preview) Reveal() Reveal { return Reveal{p.share} }

// Share is what is revealed; false for the prompt only.
func (r Reveal) Share() (Share, bool) { return r.share, r.share != NoShare }
