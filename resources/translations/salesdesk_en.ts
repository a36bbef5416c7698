<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="en" sourcelanguage="en">
<context>
    <name>Curve</name>
    <message numerus="yes">
        <source>So far: %n unit(s)</source>
        <translation>
            <numerusform>So far: %n unit</numerusform>
            <numerusform>So far: %n units</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>This day: %n unit(s), {amount} yuan</source>
        <translation>
            <numerusform>This day: %n unit, {amount} yuan</numerusform>
            <numerusform>This day: %n units, {amount} yuan</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Doings</name>
    <message numerus="yes">
        <source>%n other unit(s) cannot take this step now and stay as they are.</source>
        <translation>
            <numerusform>%n other unit cannot take this step now and stay as they are.</numerusform>
            <numerusform>%n other units cannot take this step now and stay as they are.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n unit(s)</source>
        <translation>
            <numerusform>%n unit</numerusform>
            <numerusform>%n units</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>PreviewDialog</name>
    <message numerus="yes">
        <source>%n page(/s)</source>
        <translation>
            <numerusform>%n page</numerusform>
            <numerusform>%n pages</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Start</name>
    <message numerus="yes">
        <source>Five phases with %n job(s), media and milestones. Everything can be moved, renamed and added to afterwards.</source>
        <translation>
            <numerusform>Five phases with %n job, media and milestones. Everything can be moved, renamed and added to afterwards.</numerusform>
            <numerusform>Five phases with %n jobs, media and milestones. Everything can be moved, renamed and added to afterwards.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Summary</name>
    <message numerus="yes">
        <source>%n day(s) overdue</source>
        <translation>
            <numerusform>%n day overdue</numerusform>
            <numerusform>%n days overdue</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n late</source>
        <translation>
            <numerusform>%n late</numerusform>
            <numerusform>%n late</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>in %n day(s)</source>
        <translation>
            <numerusform>in %n day</numerusform>
            <numerusform>in %n days</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{money}, %n in 7 days</source>
        <translation>
            <numerusform>{money}, %n in 7 days</numerusform>
            <numerusform>{money}, %n in 7 days</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>TallyStrip</name>
    <message numerus="yes">
        <source>%n unit(s)</source>
        <translation>
            <numerusform>%n unit</numerusform>
            <numerusform>%n units</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{state}: %n unit(s), {area}, {value}</source>
        <translation>
            <numerusform>{state}: %n unit, {area}, {value}</numerusform>
            <numerusform>{state}: %n units, {area}, {value}</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Toolbar</name>
    <message numerus="yes">
        <source>%n late</source>
        <translation>
            <numerusform>%n late</numerusform>
            <numerusform>%n late</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>UnitPanel</name>
    <message numerus="yes">
        <source>%n unit(s) chosen</source>
        <translation>
            <numerusform>%n unit chosen</numerusform>
            <numerusform>%n units chosen</numerusform>
        </translation>
    </message>
</context>
</TS>
