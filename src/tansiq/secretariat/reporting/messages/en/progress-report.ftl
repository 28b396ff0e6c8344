### The progress report in English.
### Arguments enter as nodes of the record. No digit, date or name of a body may stand here in plain text.

## Cover and running line

title = { $year } Progress Report
cover-addressed =
    { $long-acronym ->
        [yes] { $long } ({ $acronym })
       *[no] { $long }
    }
cover-session = { $number } session, { $place }, { $dates }
cover-session-without-place = { $number } session, { $dates }
cover-co-chairs = Co-chairs: { $co-chairs }
running-header = { $title } · { $group }

## Names as they stand in sentences: spelt out with the acronym at the first mention, the acronym afterwards

organization-first =
    { $long-acronym ->
        [yes] the { $long } ({ $acronym })
       *[no] { $long-words ->
            [one] { $long }
           *[several] the { $long }
        }
    }
organization-first-capital =
    { $long-acronym ->
        [yes] The { $long } ({ $acronym })
       *[no] { $long-words ->
            [one] { $long }
           *[several] The { $long }
        }
    }
organization-again =
    { $long-acronym ->
        [yes] { $acronym }
       *[no] { $long-words ->
            [one] { $long }
           *[several] the { $long }
        }
    }
organization-listed =
    { $long-acronym ->
        [yes] { $long } ({ $acronym })
       *[no] { $long }
    }
contributor = the { $short }
destination = the { $long }
brief = Issue brief { $number }: { $title }
co-chairs = the co-chairs
co-chairs-capital = The co-chairs
group-again = the { $group }
group-capital = The { $group }

## Achievements: the group

achievements = Achievements since the previous session
achievements-without-previous = Achievements

group-established = The { $group }, co-chaired by { $co-chairs }, was established { $objectives }.
group-co-chaired = The { $group } is co-chaired by { $co-chairs }.
group-members =
    { $members-number ->
        [one] It has { $members } member.
       *[other] It has { $members } members.
    }
objective = to { $text }
request-received =
    A formal request to join was received from { $organization } { $when }; if the co-chairs approve it, the membership will rise from { $members } to { $members-if-approved } organizations.
request-approved-from = The request of { $organization } to join was approved { $when }, with effect from { $from }.
request-approved = The request of { $organization } to join was approved { $when }.
request-declined = The request of { $organization } to join was declined { $when }.
request-waiting = It awaits the answer of { $waiting }.
seat-taken = { $organization } joined the { $group } { $when }.
seat-given-up = { $organization } left the { $group } { $when }.
interest-noted = Interest in joining was also expressed by { $organizations }.
members-note = As of { $month }, the members of the { $group } are: { $members }.

objectives-of-year =
    { $count-number ->
        [one] In { $year } the activities of the { $group } focused on { $count } main objective: { $objectives }.
       *[other] In { $year } the activities of the { $group } focused on { $count } main objectives: { $objectives }.
    }

## Achievements: meetings held

meeting-held = The { $meeting } was held in { $place } { $when }.
meeting-held-without-place = The { $meeting } was held { $when }.
meeting-held-by-mandate = The { $meeting } was held in { $place } { $when }, in accordance with { $mandate }.
meeting-held-without-place-by-mandate = The { $meeting } was held { $when }, in accordance with { $mandate }.
meeting-held-by-mandate-asking = The { $meeting } was held in { $place } { $when }, in accordance with { $mandate }, which requests { $asks }.
meeting-held-without-place-by-mandate-asking = The { $meeting } was held { $when }, in accordance with { $mandate }, which requests { $asks }.
meeting-organized-by-co-chairs = It was organized by the co-chairs of the { $group }, with contributions from its other members.
meeting-organized-by-co-chairs-alone = It was organized by the co-chairs of the { $group }.
meeting-organized-by-group = It was organized by the { $group }.
meeting-organized = It was organized by { $organizers }.
meeting-organized-with = It was organized by { $organizers }, with contributions from { $contributors }.
meeting-intended-audience = It was intended for { $audience }.
meeting-intended-purpose = It dealt with { $purpose }.
meeting-intended-audience-purpose = It was intended for { $audience } and dealt with { $purpose }.
meeting-participants =
    { $count-number ->
        [one] It brought together { $count } participant: { $stakeholders }.
       *[other] It brought together { $count } participants: { $stakeholders }.
    }
meeting-participants-uncounted = It brought together { $stakeholders }.
meeting-participants-counted =
    { $count-number ->
        [one] It brought together { $count } participant.
       *[other] It brought together { $count } participants.
    }
meeting-objectives =
    { $items-number ->
        [one] The main objective of the { $meeting } was to:
       *[other] The main objectives of the { $meeting } were to:
    }
meeting-briefs =
    { $count-number ->
        [one] In preparation for the { $meeting }, the members of the { $group } contributed { $count } issue brief:
       *[other] In preparation for the { $meeting }, the members of the { $group } contributed { $count } issue briefs:
    }
meeting-outcomes =
    { $items-number ->
        [one] The participants agreed on the following:
       *[other] The participants agreed on the following affirmations and commitments:
    }

## Achievements: what goes from a meeting into a process

form-summary = summary
form-key-messages = record of the key messages
form-document = document
input-planned-body =
    A { $form } of the { $meeting } is to be submitted to { $destination } as part of the outputs of the regional consultations in preparation for the { $process }.
input-planned-body-without-process = A { $form } of the { $meeting } is to be submitted to { $destination }.
input-submitted-body = A { $form } of the { $meeting } was submitted to { $destination }.
input-presented-body = A { $form } of the { $meeting } was presented to { $destination }.
input-messages-planned-body = Its key messages are to be submitted to { $destination }.
input-messages-submitted-body = Its key messages were submitted to { $destination }.
input-messages-presented-body = Its key messages were presented to { $destination }.
input-planned-step = A { $form } of the { $meeting } will be presented at the { $destination }.
input-planned-step-place = A { $form } of the { $meeting } will be presented at the { $destination } in { $place }.
input-planned-step-when = A { $form } of the { $meeting } will be presented at the { $destination } { $when }.
input-planned-step-place-when = A { $form } of the { $meeting } will be presented at the { $destination } in { $place } { $when }.
input-submitted-step = A { $form } of the { $meeting } was submitted to the { $destination }.
input-submitted-step-place = A { $form } of the { $meeting } was submitted to the { $destination } in { $place }.
input-submitted-step-when = A { $form } of the { $meeting } was submitted to the { $destination } ({ $when }).
input-submitted-step-place-when = A { $form } of the { $meeting } was submitted to the { $destination } in { $place } ({ $when }).
input-presented-step = A { $form } of the { $meeting } was presented at the { $destination }.
input-presented-step-place = A { $form } of the { $meeting } was presented at the { $destination } in { $place }.
input-presented-step-when = A { $form } of the { $meeting } was presented at the { $destination } { $when }.
input-presented-step-place-when = A { $form } of the { $meeting } was presented at the { $destination } in { $place } { $when }.
input-messages-planned-step = Its key messages will be presented at the { $destination }.
input-messages-planned-step-place = Its key messages will be presented at the { $destination } in { $place }.
input-messages-planned-step-when = Its key messages will be presented at the { $destination } { $when }.
input-messages-planned-step-place-when = Its key messages will be presented at the { $destination } in { $place } { $when }.
input-messages-submitted-step = Its key messages were submitted to the { $destination }.
input-messages-submitted-step-place = Its key messages were submitted to the { $destination } in { $place }.
input-messages-submitted-step-when = Its key messages were submitted to the { $destination } ({ $when }).
input-messages-submitted-step-place-when = Its key messages were submitted to the { $destination } in { $place } ({ $when }).
input-messages-presented-step = Its key messages were presented at the { $destination }.
input-messages-presented-step-place = Its key messages were presented at the { $destination } in { $place }.
input-messages-presented-step-when = Its key messages were presented at the { $destination } { $when }.
input-messages-presented-step-place-when = Its key messages were presented at the { $destination } in { $place } { $when }.

## Achievements: editions in hand

edition-in-series = The { $edition } is the { $number } edition of the { $series }.
edition-led = { $leads } are leading the { $group } in its preparation.
edition-led-through-review = { $leads } led the { $group } through its review { $when }.
edition-contributions = The report includes contributions and feedback from across the { $group }.
edition-consolidated = The consolidation of comments was overseen by { $organizations }.
edition-drafting = The report is being drafted.
edition-in-review = The report is under review by the members.
edition-being-edited = The report is in the final stages of editing.
edition-being-edited-and-translated = The report is in the final stages of editing and of translation into { $languages }.
edition-being-translated = It is being translated into { $languages }.
edition-final = The text is final.
edition-manuscript-expected = The final manuscript will be shared with the members of the { $group } { $when }.
edition-launch-expected = The { $edition } is expected to be launched { $when }.
language-ar = Arabic
language-en = English
language-fr = French

## Achievements: training

capacity-building = Capacity building
workshop-planned =
    { $workshop-begins ->
        [vowel] The { $group } expects to hold an { $workshop } { $when }.
       *[other] The { $group } expects to hold a { $workshop } { $when }.
    }
workshop-planned-audience =
    { $workshop-begins ->
        [vowel] The { $group } expects to hold, { $when }, an { $workshop } for { $audience }.
       *[other] The { $group } expects to hold, { $when }, a { $workshop } for { $audience }.
    }
workshop-planned-purpose =
    { $workshop-begins ->
        [vowel] The { $group } expects to hold, { $when }, an { $workshop } on { $purpose }.
       *[other] The { $group } expects to hold, { $when }, a { $workshop } on { $purpose }.
    }
workshop-planned-audience-purpose =
    { $workshop-begins ->
        [vowel] The { $group } expects to hold, { $when }, an { $workshop } for { $audience } on { $purpose }.
       *[other] The { $group } expects to hold, { $when }, a { $workshop } for { $audience } on { $purpose }.
    }

## Plans

planned = Main activities and outputs planned for { $year }
output-stocktaking = The { $group } will take stock of its activities to date and discuss { $topics } for { $covers }.
output-stocktaking-without-period = The { $group } will take stock of its activities to date and discuss { $topics }.
output-stocktaking-alone = The { $group } will take stock of its activities to date.
output-launch = Launch of the { $edition }
output-launch-when = The { $edition } is expected to be launched { $when }.
output-launch-undated = The { $edition } will be launched.
output-follows-launch =
    { $what-begins ->
        [vowel] Following the launch, { $leads } will convene an { $what }.
       *[other] Following the launch, { $leads } will convene a { $what }.
    }
output-follows-launch-to-discuss =
    { $what-begins ->
        [vowel] Following the launch, { $leads } will convene an { $what } to discuss { $topics }.
       *[other] Following the launch, { $leads } will convene a { $what } to discuss { $topics }.
    }
output-preparation = Preparation of the { $edition }
output-preparation-discuss = { $leads } will convene a meeting of the { $group } to discuss the { $topics } of the { $edition }.
output-preparation-agree = The { $group } will aim to agree on { $agree }.
output-preparation-alone = { $leads } will prepare the { $edition }.
edition-ahead = The { $edition } is planned.
edition-ahead-when = The { $edition } is planned; it is expected to be launched { $when }.
output-convened = { $leads } will convene the following: { $what }.
output-convened-when = { $leads } will convene the following { $when }: { $what }.
output-convened-topics = { $leads } will convene the following: { $what }, to discuss { $topics }.
output-convened-when-topics = { $leads } will convene the following { $when }: { $what }, to discuss { $topics }.
output-partners = This is to be done with { $partners }.
output-other = { $leads } will carry out the following { $when }: { $what }.
output-other-undated = { $leads } will carry out the following: { $what }.
output-process = Following the global process: { $process }
process-inputs = The outcomes of the { $source } of { $dates } will inform { $steps }.
process-steps = The process continues with { $steps }.
process-step = the { $step } in { $place } { $when }
process-step-without-place = the { $step } { $when }
process-conference = The { $step } is expected { $when }.
process-follow = The { $group } will continue to follow this process.

## Decisions

decisions = Decisions requested from the members
decision-request =
    The request of { $organization } to join the { $group }, received { $when }, is pending a decision by the co-chairs, { $co-chairs }.
decision-request-without-co-chairs = The request of { $organization } to join the { $group }, received { $when }, is pending.
decision-text-members = The members of the { $group } are requested { $text }.
decision-text-co-chairs = The co-chairs of the { $group } are requested { $text }.
decision-text-mechanism = The mechanism is requested { $text }.
decision-text-members-silence = The members of the { $group } are requested { $text }; this is agreed unless a member objects by { $until }.
decision-text-co-chairs-silence = The co-chairs of the { $group } are requested { $text }; this is agreed unless one of them objects by { $until }.
decision-text-mechanism-silence = The mechanism is requested { $text }; this is agreed unless an objection is received by { $until }.
decision-contacts = All members of the { $group } are kindly requested to inform { $informs } of any change in their leadership and focal points.

## Further sections, not printed when there is nothing under them

findings = Challenges and lessons learned
finding-challenge = Challenge: { $text }.
finding-lesson = Lesson learned: { $text }.
finding-answer = In response: { $answer }.
earlier-decisions = Implementation of earlier decisions
decision-taken = It was decided { $when }: { $text }.

## Lists

item-middle = { $item };
item-last-but-one = { $item }; and
item-last = { $item }.
