<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="zh_CN" sourcelanguage="en">
<context>
    <name>Banner</name>
    <message>
        <source>Close this message</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>BoardLetters</name>
    <message>
        <source>A</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>B</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>C</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>D</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>F</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>H</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>L</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>N</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>R</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>S</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>V</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>X</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>BoardStates</name>
    <message>
        <source>Available</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Blocked</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Delivered</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Filed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Held back</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>In review</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Not released</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>On hold</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Reserved</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Selected</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Signed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Subscribed</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Campaign</name>
    <message>
        <source>Job</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>MMM</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>MMM yyyy</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Medium</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Milestone</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Today</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>done</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>en</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>late</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>planned</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>under way</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>DateField</name>
    <message>
        <source>Pick a day (Down)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>year-month-day</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>MoneyField</name>
    <message>
        <source>yuan</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>SecretField</name>
    <message>
        <source>Show the password</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>errors</name>
    <message>
        <source>&apos;{value}&apos; is not a telephone number.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&apos;{value}&apos; is not an amount of money.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A cell in row {line} of the sheet {sheet} holds {found} characters.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Another program is using the office right now.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Building {building} has no pre-sale permit: no step of sale is lawful (R-01).</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Check the folder and the name, and that you may read the file.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Check the path, or create a new office there.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Check the spelling, or search for it first.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Check the year; the longest is {longest} days.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Check what you entered and try again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose a day between {first} and {last}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose an end on or after the first day.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose another login; those of leavers stay theirs.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose another name; nothing was overwritten.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose another unit, or wait until this one is let go; the board shows it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose somebody from the list of people.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose the consultant who takes them over.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose the office&apos;s own file; it ends in .office.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Compare all 18 places with the card; the last one checks the others.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Compare with the new state and save again; what you typed is kept.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Copy only the cells of the list into a new workbook and save that.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Correct the day it was started or the day it was done.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Correct the day of the visit.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Delete everything below the list, or split it into several files.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Delete the columns to the right of the list and save the file.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Delete the text and type it again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Do not open it. Ask the sender for the list as a plain .xlsx or .csv.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Enter a mobile number of 11 digits, a line with its area code, or +country code.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Enter yuan with at most two decimals, for example 50000 or 1,234.56.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Enter {expected}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Fill it in; everything else you typed is kept.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Free some space, then do it again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Give it one day, or make it a job.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Give yourself the right to write in this folder, or move the office.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>In Excel: Data, Edit Links, Break Link; then save it and choose it again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Install the newer program, then open the office again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It is done by: {roles}. Ask one of them.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Keep only the sheets with the list.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Keep this file, and restore the newest verified backup beside it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Make somebody else administrator first.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Mark it as a late entry; it will be shown as one.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Mark it with today&apos;s date or an earlier one.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Move its phases, or shift the whole plan to a new start.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nobody in the office has the number {person}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open it in Excel and save it again as .xlsx.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open it in Excel or WPS and save it as .xlsx, or export it as .csv.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open it, save it once, or copy the cells and paste them as values.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open it, take the password off, save it and choose it again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open that customer; a manager can merge the two.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open the form anew; look first at what was done.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Possible now: {allowed}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Put it back first, or add it anew.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Record the new contact as a new follow-up.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Record the permit for this building, then do it again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Save it as .xlsx without macros and choose that file.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Save the list again and choose the new file.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Search again and open the remaining record.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Set the clock right; receipts must be in order of time.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Several machines writing there destroy the file. Move it to this machine&apos;s own disk.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Shorten it to at most {limit} characters.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Somebody changed the file from outside. Restore the newest verified backup.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Start the program again; if it stays so, reinstall it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The ID card number is wrong: {why}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The disk is full; nothing was saved.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The login &apos;{login}&apos; is already in use.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The milestone {title} has more than one day.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The office at {place} cannot be written.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The office at {place} is damaged: {detail}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The office&apos;s tables or guards at {place} are not as this program made them.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The present password is wrong.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The program could not start its file reader.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The sheet {sheet} of {file} has too many columns: {found}, at most {limit}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The sheet {sheet} of {file} has too many rows: {found}, at most {limit}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The site manager can release it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The telephone {phone} already belongs to {customer}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is already a file at {place}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is no file {file} that can be opened.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is no office at {place}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is no {what} &apos;{key}&apos;.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This cannot be done.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This customer was merged into another record.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This follow-up was already recorded.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This form was already sent with other contents.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This is the last administrator of the office.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This machine&apos;s clock shows {now}, but the office has worked until {last}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This office has version {found}; this program knows up to version {known}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This password is too easy to guess.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Type it again; check the Caps Lock key.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Unit {unit} is not free: it is {state}, with {who}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Unit {unit} is not on offer: it is {state}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Use at least {length} characters, not a common word, not your own name.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Use at most {longest} characters.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Wait a moment and do it again; close other programs that opened the file.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>You may not do this: {command}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{day} has not come yet, so {title} cannot be done then.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{day} has not come yet.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{day} is over: the register is written the same day.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{day} is too far away to plan for.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{field} contains a character that cannot be stored.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{field} is missing.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{field} is too long ({length} characters).</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{field}: &apos;{value}&apos; cannot be used.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{file} broke the reader or needs too much memory; reading was stopped.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{file} cannot be read.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{file} contains formulas that were never calculated.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{file} contains macros.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{file} could not be read within {seconds} seconds; reading was stopped.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{file} has too many sheets: {found}, at most {limit}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{file} is built in a way that no spreadsheet is.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{file} is empty.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{file} is not a spreadsheet, or it is damaged.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{file} is protected by a password.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{file} is too large: {found}, at most {limit}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{file} takes values from other files.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{name} still has {count} customers.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{place} is not a salesdesk office.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{place} lies on a network share or a synchronised folder ({kind}).</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{project} has a campaign plan already.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{title} was started on {started}, after {done}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{title} was taken out of the plan.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{title} would take {days} days.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{title}: {plan_to} is before {plan_from}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{what} is {state}; &apos;{step}&apos; is not possible now.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{what} was changed by someone else in the meantime.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
</TS>
