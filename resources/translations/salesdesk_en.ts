<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="en" sourcelanguage="en">
<context>
    <name>AgeingPage</name>
    <message numerus="yes">
        <source>%n deal(s): {open} open, {late} of it overdue, {old} for more than 90 days.</source>
        <translation>
            <numerusform>%n deal: {open} open, {late} of it overdue, {old} for more than 90 days.</numerusform>
            <numerusform>%n deals: {open} open, {late} of it overdue, {old} for more than 90 days.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>AgendaDesk</name>
    <message numerus="yes">
        <source>%n line(s)</source>
        <translation>
            <numerusform>%n line</numerusform>
            <numerusform>%n lines</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ApprovalsDesk</name>
    <message numerus="yes">
        <source>%n request(s), {pending} being signed</source>
        <translation>
            <numerusform>%n request, {pending} being signed</numerusform>
            <numerusform>%n requests, {pending} being signed</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n unit(s) reserved, {value}</source>
        <translation>
            <numerusform>%n unit reserved, {value}</numerusform>
            <numerusform>%n units reserved, {value}</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>BuildingsPage</name>
    <message numerus="yes">
        <source>Make %n unit(s)</source>
        <translation>
            <numerusform>Make %n unit</numerusform>
            <numerusform>Make %n units</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>CallerCard</name>
    <message numerus="yes">
        <source>%n time(/s)</source>
        <translation>
            <numerusform>%n time</numerusform>
            <numerusform>%n times</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>CampaignBar</name>
    <message numerus="yes">
        <source>%n late</source>
        <translation>
            <numerusform>%n late</numerusform>
            <numerusform>%n late</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ClosesPage</name>
    <message numerus="yes">
        <source>%n close(s). Taken {taken}, paid back {back}, difference {off}.</source>
        <translation>
            <numerusform>%n close. Taken {taken}, paid back {back}, difference {off}.</numerusform>
            <numerusform>%n closes. Taken {taken}, paid back {back}, difference {off}.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>CollectionsPage</name>
    <message numerus="yes">
        <source>%n deposit(s), together {sum}.</source>
        <translation>
            <numerusform>%n deposit, together {sum}.</numerusform>
            <numerusform>%n deposits, together {sum}.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Comparison</name>
    <message numerus="yes">
        <source>Import %n unit(s)</source>
        <translation>
            <numerusform>Import %n unit</numerusform>
            <numerusform>Import %n units</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ContractsDesk</name>
    <message numerus="yes">
        <source>%n deal(s), paid {paid}</source>
        <translation>
            <numerusform>%n deal, paid {paid}</numerusform>
            <numerusform>%n deals, paid {paid}</numerusform>
        </translation>
    </message>
</context>
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
    <name>CustomersPage</name>
    <message numerus="yes">
        <source>%n customer(/s)</source>
        <translation>
            <numerusform>%n customer</numerusform>
            <numerusform>%n customers</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>EffectQuestion</name>
    <message numerus="yes">
        <source>%n price(s) changed since the draft: {codes}</source>
        <translation>
            <numerusform>%n price changed since the draft: {codes}</numerusform>
            <numerusform>%n prices changed since the draft: {codes}</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n unit(s) (gets/get) a new price: {before} before, {after} after.</source>
        <translation>
            <numerusform>%n unit gets a new price: {before} before, {after} after.</numerusform>
            <numerusform>%n units get a new price: {before} before, {after} after.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n unit(s) not changed, because somebody has (it/them): {codes}</source>
        <translation>
            <numerusform>%n unit not changed, because somebody has it: {codes}</numerusform>
            <numerusform>%n units not changed, because somebody has them: {codes}</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Errands</name>
    <message numerus="yes">
        <source> and %n more</source>
        <translation>
            <numerusform> and %n more</numerusform>
            <numerusform> and %n more</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n unit(s)</source>
        <translation>
            <numerusform>%n unit</numerusform>
            <numerusform>%n units</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Left as before: %n unit(s) held back. What is held back is released where it is chosen by itself.</source>
        <translation>
            <numerusform>Left as before: %n unit held back. What is held back is released where it is chosen by itself.</numerusform>
            <numerusform>Left as before: %n units held back. What is held back is released where it is chosen by itself.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Left as before: %n unit(s) that cannot take this step now.</source>
        <translation>
            <numerusform>Left as before: %n unit that cannot take this step now.</numerusform>
            <numerusform>Left as before: %n units that cannot take this step now.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ExchangeReceiptsDialog</name>
    <message numerus="yes">
        <source>%n receipt(s), together {amount}</source>
        <translation>
            <numerusform>%n receipt, together {amount}</numerusform>
            <numerusform>%n receipts, together {amount}</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>FlowWords</name>
    <message numerus="yes">
        <source>To be signed within %n day(s).</source>
        <translation>
            <numerusform>To be signed within %n day.</numerusform>
            <numerusform>To be signed within %n days.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>from %n day(s) on</source>
        <translation>
            <numerusform>from %n day on</numerusform>
            <numerusform>from %n days on</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{roles} (%n people)</source>
        <translation>
            <numerusform>{roles} (%n people)</numerusform>
            <numerusform>{roles} (%n people)</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>FollowUpPanel</name>
    <message numerus="yes">
        <source>%n day(/s) overdue</source>
        <translation>
            <numerusform>%n day overdue</numerusform>
            <numerusform>%n days overdue</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>FollowUpsPage</name>
    <message numerus="yes">
        <source>%n follow-up(/s)</source>
        <translation>
            <numerusform>%n follow-up</numerusform>
            <numerusform>%n follow-ups</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>IssueBookDialog</name>
    <message numerus="yes">
        <source>Forms {first} to {last}: %n left</source>
        <translation>
            <numerusform>Forms {first} to {last}: %n left</numerusform>
            <numerusform>Forms {first} to {last}: %n left</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>LastDrill</name>
    <message numerus="yes">
        <source>%n day(s) ago</source>
        <translation>
            <numerusform>%n day ago</numerusform>
            <numerusform>%n days ago</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>LeaveForm</name>
    <message numerus="yes">
        <source>%n customer(s) and their open follow-ups go to</source>
        <translation>
            <numerusform>%n customer and their open follow-ups go to</numerusform>
            <numerusform>%n customers and their open follow-ups go to</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>LineWords</name>
    <message numerus="yes">
        <source>%n part(s)</source>
        <translation>
            <numerusform>%n part</numerusform>
            <numerusform>%n parts</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>every %n month(s)</source>
        <translation>
            <numerusform>every %n month</numerusform>
            <numerusform>every %n months</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{event} + %n day(s)</source>
        <translation>
            <numerusform>{event} + %n day</numerusform>
            <numerusform>{event} + %n days</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>LoanPanel</name>
    <message numerus="yes">
        <source>%n day(s)</source>
        <translation>
            <numerusform>%n day</numerusform>
            <numerusform>%n days</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n day(s) overdue</source>
        <translation>
            <numerusform>%n day overdue</numerusform>
            <numerusform>%n days overdue</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>MergeDialog</name>
    <message numerus="yes">
        <source>Merge %n unit(s)</source>
        <translation>
            <numerusform>Merge %n unit</numerusform>
            <numerusform>Merge %n units</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>MonthsPage</name>
    <message numerus="yes">
        <source>%n closed day(s), taken {taken}, paid back {back}. From then on nothing is dated into this month, and nobody reopens it.</source>
        <translation>
            <numerusform>%n closed day, taken {taken}, paid back {back}. From then on nothing is dated into this month, and nobody reopens it.</numerusform>
            <numerusform>%n closed days, taken {taken}, paid back {back}. From then on nothing is dated into this month, and nobody reopens it.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>MortgageDesk</name>
    <message numerus="yes">
        <source>%n deal(s) wait for a loan case</source>
        <translation>
            <numerusform>%n deal wait for a loan case</numerusform>
            <numerusform>%n deals wait for a loan case</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n loan(s) over {asked}, {stuck} of them stuck</source>
        <translation>
            <numerusform>%n loan over {asked}, {stuck} of them stuck</numerusform>
            <numerusform>%n loans over {asked}, {stuck} of them stuck</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>NeedCards</name>
    <message numerus="yes">
        <source>All %n…</source>
        <translation>
            <numerusform>All %n…</numerusform>
            <numerusform>All %n…</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>NeedWords</name>
    <message numerus="yes">
        <source>%n against it</source>
        <translation>
            <numerusform>%n against it</numerusform>
            <numerusform>%n against it</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n day(s) late</source>
        <translation>
            <numerusform>%n day late</numerusform>
            <numerusform>%n days late</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n day(s) over</source>
        <translation>
            <numerusform>%n day over</numerusform>
            <numerusform>%n days over</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n min left</source>
        <translation>
            <numerusform>%n min left</numerusform>
            <numerusform>%n min left</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n unit(s) on sale have no floor price</source>
        <translation>
            <numerusform>%n unit on sale have no floor price</numerusform>
            <numerusform>%n units on sale have no floor price</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>for %n day(s)</source>
        <translation>
            <numerusform>for %n day</numerusform>
            <numerusform>for %n days</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>NoticeDialog</name>
    <message numerus="yes">
        <source>%n day(s) of grace, until {day}.</source>
        <translation>
            <numerusform>%n day of grace, until {day}.</numerusform>
            <numerusform>%n days of grace, until {day}.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>PastBar</name>
    <message numerus="yes">
        <source>%n change(s)</source>
        <translation>
            <numerusform>%n change</numerusform>
            <numerusform>%n changes</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n minute(s) a second</source>
        <translation>
            <numerusform>%n minute a second</numerusform>
            <numerusform>%n minutes a second</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>PostForm</name>
    <message numerus="yes">
        <source>{name} works in %n project(s) only.</source>
        <translation>
            <numerusform>{name} works in %n project only.</numerusform>
            <numerusform>{name} works in %n projects only.</numerusform>
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
    <name>PriceCheck</name>
    <message numerus="yes">
        <source>%n unit(s) read</source>
        <translation>
            <numerusform>%n unit read</numerusform>
            <numerusform>%n units read</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>PricesPage</name>
    <message numerus="yes">
        <source>%n price(s) changed</source>
        <translation>
            <numerusform>%n price changed</numerusform>
            <numerusform>%n prices changed</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n price(s) recorded</source>
        <translation>
            <numerusform>%n price recorded</numerusform>
            <numerusform>%n prices recorded</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n unit(s) (is/are) not in the version and (keeps its/keep their) price.</source>
        <translation>
            <numerusform>%n unit is not in the version and (keeps its/keep their) price.</numerusform>
            <numerusform>%n units are not in the version and (keeps its/keep their) price.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n unit(s) would change</source>
        <translation>
            <numerusform>%n unit would change</numerusform>
            <numerusform>%n units would change</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{file} has %n problem(s).</source>
        <translation>
            <numerusform>{file} has %n problem.</numerusform>
            <numerusform>{file} has %n problems.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ProjectChoice</name>
    <message numerus="yes">
        <source>%n unit(s)</source>
        <translation>
            <numerusform>%n unit</numerusform>
            <numerusform>%n units</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ReceiptPrinter</name>
    <message numerus="yes">
        <source>%n demand letter(s)</source>
        <translation>
            <numerusform>%n demand letter</numerusform>
            <numerusform>%n demand letters</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n receipt(s)</source>
        <translation>
            <numerusform>%n receipt</numerusform>
            <numerusform>%n receipts</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ReceiptsPage</name>
    <message numerus="yes">
        <source>%n paper(s), {void} void. Taken {taken}, paid back {back}.</source>
        <translation>
            <numerusform>%n paper, {void} void. Taken {taken}, paid back {back}.</numerusform>
            <numerusform>%n papers, {void} void. Taken {taken}, paid back {back}.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ReleasePoints</name>
    <message numerus="yes">
        <source> and %n more</source>
        <translation>
            <numerusform> and %n more</numerusform>
            <numerusform> and %n more</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>RemindersPage</name>
    <message numerus="yes">
        <source>%n deal(s): {late} overdue, {soon} due within two weeks.</source>
        <translation>
            <numerusform>%n deal: {late} overdue, {soon} due within two weeks.</numerusform>
            <numerusform>%n deals: {late} overdue, {soon} due within two weeks.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n letter(s) written.</source>
        <translation>
            <numerusform>%n letter written.</numerusform>
            <numerusform>%n letters written.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Write %n demand letter(s)?</source>
        <translation>
            <numerusform>Write %n demand letter?</numerusform>
            <numerusform>Write %n demand letters?</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>RequestPanel</name>
    <message numerus="yes">
        <source>%n day(s) left</source>
        <translation>
            <numerusform>%n day left</numerusform>
            <numerusform>%n days left</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>RequestQuestion</name>
    <message numerus="yes">
        <source>%n unit(s), {before} before and {after} after.</source>
        <translation>
            <numerusform>%n unit, {before} before and {after} after.</numerusform>
            <numerusform>%n units, {before} before and {after} after.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>RevealBox</name>
    <message numerus="yes">
        <source>Masked again in %n second(/s); copying masks at once.</source>
        <translation>
            <numerusform>Masked again in %n second; copying masks at once.</numerusform>
            <numerusform>Masked again in %n seconds; copying masks at once.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>RoleForm</name>
    <message numerus="yes">
        <source>%n customer(s) and their open follow-ups go to</source>
        <translation>
            <numerusform>%n customer and their open follow-ups go to</numerusform>
            <numerusform>%n customers and their open follow-ups go to</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>SavedCard</name>
    <message numerus="yes">
        <source>Follow-up due {day}, in %n day(/s)</source>
        <translation>
            <numerusform>Follow-up due {day}, in %n day</numerusform>
            <numerusform>Follow-up due {day}, in %n days</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ScanList</name>
    <message numerus="yes">
        <source>%n page(/s)</source>
        <translation>
            <numerusform>%n page</numerusform>
            <numerusform>%n pages</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ScheduleList</name>
    <message numerus="yes">
        <source>%n day(s) overdue</source>
        <translation>
            <numerusform>%n day overdue</numerusform>
            <numerusform>%n days overdue</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{event} + %n day(s)</source>
        <translation>
            <numerusform>{event} + %n day</numerusform>
            <numerusform>{event} + %n days</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>SoldListPane</name>
    <message numerus="yes">
        <source>Take in %n unit(s)</source>
        <translation>
            <numerusform>Take in %n unit</numerusform>
            <numerusform>Take in %n units</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>SoonBell</name>
    <message numerus="yes">
        <source>%n unit(s) about to run out</source>
        <translation>
            <numerusform>%n unit about to run out</numerusform>
            <numerusform>%n units about to run out</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{first} · %n more under the bell</source>
        <translation>
            <numerusform>{first} · %n more under the bell</numerusform>
            <numerusform>{first} · %n more under the bell</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>StageForm</name>
    <message numerus="yes">
        <source>%n amount(s) (comes/come) due, {sum}</source>
        <translation>
            <numerusform>%n amount comes due, {sum}</numerusform>
            <numerusform>%n amounts come due, {sum}</numerusform>
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
    <name>Status</name>
    <message numerus="yes">
        <source>Last verified restore: %n day(s) ago</source>
        <translation>
            <numerusform>Last verified restore: %n day ago</numerusform>
            <numerusform>Last verified restore: %n days ago</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>StepWords</name>
    <message numerus="yes">
        <source>%n of {step}</source>
        <translation>
            <numerusform>%n of {step}</numerusform>
            <numerusform>%n of {step}</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>StripCard</name>
    <message numerus="yes">
        <source>%n day(s) ago</source>
        <translation>
            <numerusform>%n day ago</numerusform>
            <numerusform>%n days ago</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n receipt(s)</source>
        <translation>
            <numerusform>%n receipt</numerusform>
            <numerusform>%n receipts</numerusform>
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
    <name>SupervisedPage</name>
    <message numerus="yes">
        <source>Match %n line(s)?</source>
        <translation>
            <numerusform>Match %n line?</numerusform>
            <numerusform>Match %n lines?</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Nothing was taken in: %n problem(s).</source>
        <translation>
            <numerusform>Nothing was taken in: %n problem.</numerusform>
            <numerusform>Nothing was taken in: %n problems.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>TallyStrip</name>
    <message numerus="yes">
        <source>%n lot(s)</source>
        <translation>
            <numerusform>%n lot</numerusform>
            <numerusform>%n lots</numerusform>
        </translation>
    </message>
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
    <name>TransfersPage</name>
    <message numerus="yes">
        <source>%n transfer(s), together {sum}; no cash moved.</source>
        <translation>
            <numerusform>%n transfer, together {sum}; no cash moved.</numerusform>
            <numerusform>%n transfers, together {sum}; no cash moved.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>TrialPane</name>
    <message numerus="yes">
        <source>%n above the filed price: {units}</source>
        <translation>
            <numerusform>%n above the filed price: {units}</numerusform>
            <numerusform>%n above the filed price: {units}</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n without a price: {units}</source>
        <translation>
            <numerusform>%n without a price: {units}</numerusform>
            <numerusform>%n without a price: {units}</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Put on %n unit(s), {left} left.</source>
        <translation>
            <numerusform>Put on %n unit, {left} left.</numerusform>
            <numerusform>Put on %n units, {left} left.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>UnitFacts</name>
    <message numerus="yes">
        <source>{day}, %n day(s) over</source>
        <translation>
            <numerusform>{day}, %n day over</numerusform>
            <numerusform>{day}, %n days over</numerusform>
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
<context>
    <name>VisitsPage</name>
    <message numerus="yes">
        <source>%n entr(y/ies)</source>
        <translation>
            <numerusform>%n entry</numerusform>
            <numerusform>%n entries</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>VouchersPage</name>
    <message numerus="yes">
        <source>%n movement(s) of {first} to {last} wait for a voucher: {sum}.</source>
        <translation>
            <numerusform>%n movement of {first} to {last} wait for a voucher: {sum}.</numerusform>
            <numerusform>%n movements of {first} to {last} wait for a voucher: {sum}.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Workplace</name>
    <message numerus="yes">
        <source>Confirming %n order(s): do not take the money again</source>
        <translation>
            <numerusform>Confirming %n order: do not take the money again</numerusform>
            <numerusform>Confirming %n orders: do not take the money again</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>contracts</name>
    <message numerus="yes">
        <source>%n day(s) late</source>
        <translation>
            <numerusform>%n day late</numerusform>
            <numerusform>%n days late</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n day(s) left</source>
        <translation>
            <numerusform>%n day left</numerusform>
            <numerusform>%n days left</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n day(s) of grace</source>
        <translation>
            <numerusform>%n day of grace</numerusform>
            <numerusform>%n days of grace</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>due</name>
    <message numerus="yes">
        <source>{amount} overdue, %n day(s)</source>
        <translation>
            <numerusform>{amount} overdue, %n day</numerusform>
            <numerusform>{amount} overdue, %n days</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>request facts</name>
    <message numerus="yes">
        <source>%n day(s)</source>
        <translation>
            <numerusform>%n day</numerusform>
            <numerusform>%n days</numerusform>
        </translation>
    </message>
</context>
</TS>
