<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="en" sourcelanguage="en">
<context>
    <name>ruhu::installer::ClosingCards</name>
    <message numerus="yes">
        <source>%n thing(s) still open:</source>
        <translation>
            <numerusform>%n thing still open:</numerusform>
            <numerusform>%n things still open:</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ruhu::installer::ExceptionCards</name>
    <message numerus="yes">
        <source>%n written down</source>
        <translation>
            <numerusform>%n written down</numerusform>
            <numerusform>%n written down</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ruhu::installer::StepCards</name>
    <message numerus="yes">
        <source>%n photo(s)</source>
        <translation>
            <numerusform>%n photo</numerusform>
            <numerusform>%n photos</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n thing(s) moved</source>
        <translation>
            <numerusform>%n thing moved</numerusform>
            <numerusform>%n things moved</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ruhu::presentation::Tr</name>
    <message numerus="yes">
        <source>Arrived %1, %n minutes early</source>
        <translation>
            <numerusform>Arrived %1, %n minute early</numerusform>
            <numerusform>Arrived %1, %n minutes early</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Arrived %1, %n minutes late</source>
        <translation>
            <numerusform>Arrived %1, %n minute late</numerusform>
            <numerusform>Arrived %1, %n minutes late</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Told the customer: %n minutes later, accepted</source>
        <translation>
            <numerusform>Told the customer: %n minute later, accepted</numerusform>
            <numerusform>Told the customer: %n minutes later, accepted</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Told the customer: %n minutes later, not accepted</source>
        <translation>
            <numerusform>Told the customer: %n minute later, not accepted</numerusform>
            <numerusform>Told the customer: %n minutes later, not accepted</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n steps confirmed together</source>
        <translation>
            <numerusform>%n step confirmed</numerusform>
            <numerusform>%n steps confirmed together</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n comments on steps</source>
        <translation>
            <numerusform>%n comment on a step</numerusform>
            <numerusform>%n comments on steps</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n days</source>
        <translation>
            <numerusform>%n day</numerusform>
            <numerusform>%n days</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Arrived %n minutes early.</source>
        <translation>
            <numerusform>Arrived %n minute early.</numerusform>
            <numerusform>Arrived %n minutes early.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Arrived %n minutes late.</source>
        <translation>
            <numerusform>Arrived %n minute late.</numerusform>
            <numerusform>Arrived %n minutes late.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>The customer was not told before that the visit would be %n minutes late.</source>
        <translation>
            <numerusform>The customer was not told before that the visit would be %n minute late.</numerusform>
            <numerusform>The customer was not told before that the visit would be %n minutes late.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>The appointment was written down %n minutes after the call.</source>
        <translation>
            <numerusform>The appointment was written down %n minute after the call.</numerusform>
            <numerusform>The appointment was written down %n minutes after the call.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Few strokes (%n) in %1.</source>
        <translation>
            <numerusform>Only one stroke (%n) in %1.</numerusform>
            <numerusform>Few strokes (%n) in %1.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>The laptop&apos;s clock was set back by %n seconds.</source>
        <translation>
            <numerusform>The laptop&apos;s clock was set back by %n second.</numerusform>
            <numerusform>The laptop&apos;s clock was set back by %n seconds.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>You are %n minutes late. Write the reason.</source>
        <translation>
            <numerusform>You are %n minute late. Write the reason.</numerusform>
            <numerusform>You are %n minutes late. Write the reason.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>You are %n minutes early. Write the reason.</source>
        <translation>
            <numerusform>You are %n minute early. Write the reason.</numerusform>
            <numerusform>You are %n minutes early. Write the reason.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1 and %n more</source>
        <translation>
            <numerusform>%1 and %n more</numerusform>
            <numerusform>%1 and %n more</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n entries</source>
        <translation>
            <numerusform>%n entry</numerusform>
            <numerusform>%n entries</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n photos and signatures (%1)</source>
        <translation>
            <numerusform>%n photo or signature (%1)</numerusform>
            <numerusform>%n photos and signatures (%1)</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>The office could not take %n entries; your supervisor decides.</source>
        <translation>
            <numerusform>The office could not take %n entry; your supervisor decides.</numerusform>
            <numerusform>The office could not take %n entries; your supervisor decides.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Sending, %n to go</source>
        <translation>
            <numerusform>Sending, %n to go</numerusform>
            <numerusform>Sending, %n to go</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Needs you (%n)</source>
        <translation>
            <numerusform>Needs you (%n)</numerusform>
            <numerusform>Needs you (%n)</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n waiting</source>
        <translation>
            <numerusform>%n waiting</numerusform>
            <numerusform>%n waiting</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n minutes later, told at %1</source>
        <translation>
            <numerusform>%n minute later, told at %1</numerusform>
            <numerusform>%n minutes later, told at %1</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n minutes early</source>
        <translation>
            <numerusform>%n minute early</numerusform>
            <numerusform>%n minutes early</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n minutes late</source>
        <translation>
            <numerusform>%n minute late</numerusform>
            <numerusform>%n minutes late</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n photos · %1</source>
        <translation>
            <numerusform>%n photo · %1</numerusform>
            <numerusform>%n photos · %1</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n piece(s)</source>
        <translation>
            <numerusform>%n piece</numerusform>
            <numerusform>%n pieces</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ruhu::supervisor::DecisionPanel</name>
    <message numerus="yes">
        <source>%n finding(s)</source>
        <translation>
            <numerusform>%n finding</numerusform>
            <numerusform>%n findings</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ruhu::widgets::ActionBar</name>
    <message numerus="yes">
        <source>%1 (and %n more)</source>
        <translation>
            <numerusform>%1 (and %n more)</numerusform>
            <numerusform>%1 (and %n more)</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ruhu::widgets::GroupConfirm</name>
    <message numerus="yes">
        <source>Confirm all %n</source>
        <translation>
            <numerusform>Confirm %n</numerusform>
            <numerusform>Confirm all %n</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ruhu::widgets::PaperView</name>
    <message numerus="yes">
        <source>Sent to the printer: %n page(s)</source>
        <translation>
            <numerusform>Sent to the printer: %n page</numerusform>
            <numerusform>Sent to the printer: %n pages</numerusform>
        </translation>
    </message>
</context>
</TS>
