<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="zh_CN" sourcelanguage="en">
<context>
    <name>AboutDialog</name>
    <message>
        <source>About salesdesk</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Close</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Licences</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Licences of what it is made of</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The program a new-home sales office runs on. MIT licence.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Version {number}</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Banner</name>
    <message>
        <source>Close this message</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>BatchDialog</name>
    <message>
        <source>Cancel</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Name of the batch</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>for example: opening day, first batch</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>BoardDesk</name>
    <message>
        <source>A board shows every unit of a project. Import a price list: the program makes the project, its buildings and its units from it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Import a price list…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sales-control board</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is no project yet</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>as of {time}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>choose all that the filter leaves</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>choose one unit more</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>filter</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>go to a unit by its number</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>go to the next unit, across gaps</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>larger, smaller, 100 %, the whole project</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the first step that is open to the unit</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{time} left</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>BoardPapers</name>
    <message>
        <source>Drawing the board</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Excel workbook (*.xlsx)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Export the board</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Saved: {file}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Writing the workbook</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Campaign</name>
    <message>
        <source>Actual: {span}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Job</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Lies outside its phase</source>
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
        <source>Owner: {name}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Planned: {span}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Today</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>ddd, d MMM yyyy</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>done</source>
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
    <message>
        <source>{days} d late</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{days} days</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>CampaignDesk</name>
    <message>
        <source>Add a job</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Begun</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Campaign {project}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Days</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Days to move everything that is not done (negative: earlier)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Done</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Export the list</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Go to today</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Import a price list or create a project first.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It is kept in the journal with your reason, and can be put back.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Kind</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Look at the plan as it is now and change it there.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Mark it as done, or not done</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Move it by a week</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Move only its end</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Move the chosen line by a day</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Move the whole plan</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open its form</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Owner</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Phase</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Planned first day</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Planned last day</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Remarks</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Save or close this form first.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Saved: {path}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Saved: {title}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Somebody changed this line since.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>State</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Take out</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Take “{title}” out of the plan?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The file could not be written: {why}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is no project yet</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Title</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Undo, redo</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Zoom</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>CardTable</name>
    <message>
        <source>Copy</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Excel workbook (*.xlsx)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Export the list</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Export…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing here yet</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Print…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Text file (*.csv)</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Changes</name>
    <message>
        <source>Undone</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Curtain</name>
    <message>
        <source>Locked</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Password</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sign out</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Unlock</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What you typed is kept.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Curve</name>
    <message>
        <source>No unit has been subscribed yet; the curve grows from the first one.</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>So far: %n unit(s)</source>
        <translation type="unfinished">
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>Subscriptions so far</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>This day: %n unit(s), {amount} yuan</source>
        <translation type="unfinished">
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>Units subscribed, all and by day</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>ddd, d MMM yyyy</source>
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
    <name>DefectBox</name>
    <message>
        <source>A defect in the program</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Close</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Copied</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Copy details</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Details</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Kept in {file}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The last step may not have been carried out: look whether it is there before you repeat it. Everything that was saved is safe. The details below hold no personal data; please pass them on to whoever looks after this program.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The program made a mistake, not you.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Doings</name>
    <message numerus="yes">
        <source>%n other unit(s) cannot take this step now and stay as they are.</source>
        <translation type="unfinished">
            <numerusform></numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n unit(s)</source>
        <translation type="unfinished">
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>Unit {code} is on hold.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{step}: {unit}</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Facts</name>
    <message>
        <source>Agreement</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Building</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Buyers are told</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Consultant</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Customer</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Deal price</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Deposit</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Floor</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Gross area</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Held until</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Inside area</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Layout</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Missing</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Note</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Orientation</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Payment mode</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Price per m²</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sign until</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Use</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>a buyer&apos;s ID number</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>not approved yet</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>nothing yet</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{moment} ({left} left)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{price}, approved by {name}</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>FilterBar</name>
    <message>
        <source>Area</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Area from (m²)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Area to (m²)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Clear</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Layout</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Number or code</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Orientation</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Price from</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Price to</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Total price</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{found} of {all}</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>History</name>
    <message>
        <source>Nothing has happened yet.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Price</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Released for sale</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>by itself, when the time was up</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>HoldDialog</name>
    <message>
        <source>As the office has set it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Customer</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Customers found</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Hold</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Hold unit {code}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>How long</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Name, pinyin initials or part of the phone</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nobody found. Register the visit first.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Register a visit…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{minutes} minutes</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>KeysDialog</name>
    <message>
        <source>Close</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Keys</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Legend</name>
    <message>
        <source>States; press one to look for it</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>LineForm</name>
    <message>
        <source>A planned day is missing.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Actually begun</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Actually done</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Aims</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Aims in English</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Close (Esc)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Close the form</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Done today</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Enter it as year-month-day.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Kind</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>New line of the plan</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Not done</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Owner</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Phase</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Planned first day</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Planned last day</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Remarks</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Save</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Take out…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This is not a day.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Title</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Title in English</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>nobody yet</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>outside its phase</source>
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
    <name>NewOfficePage</name>
    <message>
        <source>A new office</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Add a person</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Administrator&apos;s name</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>At least {count} characters, please.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Back</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Browse…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Company on papers</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Create the office</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>File</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>File of the office</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Login</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Name</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Office</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Office (*.salesdesk)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Password</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Password again</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>People</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Please fill this in.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Project</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Role</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The two passwords differ.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is a file of this name already; choose another place.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>They get a first password each; you can add more people any time.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Where should the office be kept?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>for example Riverside Garden</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>PasswordDialog</name>
    <message>
        <source>At least {count} characters, please.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Change password</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Later</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>New password</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>New password again</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Password now</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The two passwords differ.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This password was given to you by somebody else. Choose your own.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Picture</name>
    <message>
        <source>Timeline of the campaign</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>PlanModel</name>
    <message>
        <source>Actual</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Owner</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Phase and job</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Planned</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>PlanTree</name>
    <message>
        <source>Phases and jobs</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>PreviewDialog</name>
    <message numerus="yes">
        <source>%n page(/s)</source>
        <translation type="unfinished">
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>Choose another folder, or free some space.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Larger</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>PDF document (*.pdf)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Print…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Save as PDF</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Save as PDF…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Saved: {path}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Smaller</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The file could not be written: {why}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Whole width</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Progress</name>
    <message>
        <source>Cancel</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Stopping…</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Question</name>
    <message>
        <source>Cancel</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Reason</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>RecoveryPage</name>
    <message>
        <source>Copied</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Copy</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>First passwords</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Go to the sign-in</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>I have written the key down.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>If the last administrator loses his password, only this key lets somebody in. It is shown once, now, and stored nowhere in clear. Keep it on paper, away from this machine.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Print…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Recovery key</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The office is ready. Keep this key.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>RestorePage</name>
    <message>
        <source>Another file…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Back</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Backups ({files})</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Backups on this machine</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Office (*.salesdesk)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Restore a backup</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Restore…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The backup is checked first and put into a new file; nothing that exists is touched.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Where should the restored office be kept?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Which backup?</source>
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
    <name>SignIn</name>
    <message>
        <source>Another office…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Caps Lock seems to be on.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Change the language</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Latest backup: {age}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Light or dark</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Login</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No backup yet.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Password</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Practice</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sign in</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sign in to your desk.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Signing in…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sit down as</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The sales office at one desk: board, reception, cashier, contracts.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Start</name>
    <message>
        <source>Enter it as year-month-day.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>First day</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>First day of the campaign</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>Five phases with %n job(s), media and milestones. Everything can be moved, renamed and added to afterwards.</source>
        <translation type="unfinished">
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>Plan the campaign</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Plan the campaign from the template</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The first day is missing.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Your site manager plans the campaign; it appears here then.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Summary</name>
    <message numerus="yes">
        <source>%n day(s) overdue</source>
        <translation type="unfinished">
            <numerusform></numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n late</source>
        <translation type="unfinished">
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>Jobs done</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Next milestone</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Units subscribed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>d MMM yyyy</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>in %n day(s)</source>
        <translation type="unfinished">
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>none yet</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>nothing is late</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>{money}, %n in 7 days</source>
        <translation type="unfinished">
            <numerusform></numerusform>
        </translation>
    </message>
</context>
<context>
    <name>TallyStrip</name>
    <message numerus="yes">
        <source>%n unit(s)</source>
        <translation type="unfinished">
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>Units, area and value by state</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>{state}: %n unit(s), {area}, {value}</source>
        <translation type="unfinished">
            <numerusform></numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Toolbar</name>
    <message numerus="yes">
        <source>%n late</source>
        <translation type="unfinished">
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>A3, landscape</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A4, landscape</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Add</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>All</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>All buildings</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>All that the filter leaves</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ask the office again (F5)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Building</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Day</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Days as columns</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Export the list</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Export the list (Ctrl+E)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Export to Excel (Ctrl+E)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Filter</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Filter by layout, area, price (Ctrl+F)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Go to today (T)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Larger (Ctrl++)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Month</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Months as columns</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Move the whole plan by days…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>On A3, one building a page</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>On A4, one building a page</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Print</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Print the board (Ctrl+P)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Project</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Redo (Ctrl+Y)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Release</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Smaller (Ctrl+-)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The building shown</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The chosen units</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The whole plan at once</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The whole project</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The whole project at once (Ctrl+9)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Undo (Ctrl+Z)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Week</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Weeks as columns</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>When the office was last heard from</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Withdraw</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>UnitPanel</name>
    <message numerus="yes">
        <source>%n unit(s) chosen</source>
        <translation type="unfinished">
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>Click a unit or go there with the arrow keys. Drag, or press Ctrl and click, to choose several. Typing a number leads to it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Gross area</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>History</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No unit chosen</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The deal</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Wizard</name>
    <message>
        <source>A file that is already on this machine.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A new file with your project, an administrator and your people.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Change the language</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Check a backup and put it in the place of a lost or broken file.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Create an office on this machine</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Create an office on this machine now; it can be moved to a server later.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Furnished with invented units, customers and receipts, to try everything.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Join an office server</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Light or dark</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Office (*.salesdesk *.db)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Office servers come with the next version.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open an existing office</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open an office</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open the practice office</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Opened before</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Practice office</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Restore a backup</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Several desks on one PostgreSQL server: with the next version.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The sales office at one desk: board, reception, cashier, contracts.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Which office?</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Workplace</name>
    <message>
        <source>Ask the person who has it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Find customer, unit or receipt (Ctrl+K)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Practice office: nothing here is real</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This is done at another desk, which your role does not have.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>You: password, lock, sign out</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>_Hits</name>
    <message>
        <source>Nothing found</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>accounts</name>
    <message>
        <source>Alipay</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Bank card</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Bank transfer</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cash</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Deposits held</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Deposits kept</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Opening balance</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Penalty paid</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Price received</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Refunds owed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>WeChat Pay</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>commands</name>
    <message>
        <source>Accept a returned unit</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Add a person</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Approve a price</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cancel a deal</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Extend a hold</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Hold a unit</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Let a unit go</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Record a follow-up</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Record a pre-sale permit</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Register a visit or call</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Release units for sale</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sign a subscription</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Take a deposit</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Void a receipt</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Withdraw units from sale</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>desks</name>
    <message>
        <source>Administration</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Campaign</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cashier</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Contracts</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Reception</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sales control</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>details</name>
    <message>
        <source>Age band</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Also looked at</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Area wanted</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Came by</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Family</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Floor wanted</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Home district</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Invited to visit</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Kind of property</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Layout wanted</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Minutes stayed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Objections</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Occupation</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Payment wanted</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>People in the group</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Price expected</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Price quoted</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Purpose of buying</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Registered residence</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sex</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Time of the call</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Total price wanted</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Unit price wanted</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Units introduced</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Weather</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What pleased</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What was asked</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>When to buy</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Which home it is</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Work district</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>errors</name>
    <message>
        <source>&apos;{value}&apos; is no state of a sold unit.</source>
        <translation>“{value}”不是已售房源的状态。</translation>
    </message>
    <message>
        <source>&apos;{value}&apos; is not a date.</source>
        <translation>“{value}”不是日期。</translation>
    </message>
    <message>
        <source>&apos;{value}&apos; is not a floor.</source>
        <translation>“{value}”不是楼层。</translation>
    </message>
    <message>
        <source>&apos;{value}&apos; is not a number.</source>
        <translation>“{value}”不是数字。</translation>
    </message>
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
        <translation>工作表“{sheet}”第 {line} 行有一个单元格长达 {found} 个字符。</translation>
    </message>
    <message>
        <source>A deposit of {paid} yuan lies on unit {unit}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A hold may last {longest} minutes at the most.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Add a building column if that is wrong.</source>
        <translation>如不正确，请补充楼栋列。</translation>
    </message>
    <message>
        <source>Add a column with the floor if that matters.</source>
        <translation>如需准确楼层，请补充楼层列。</translation>
    </message>
    <message>
        <source>Add at least one unit and one core (it may be unnamed).</source>
        <translation>请至少添加一套房源和一个单元（单元可不命名）。</translation>
    </message>
    <message>
        <source>Add building, floor and unit number, or the unit code.</source>
        <translation>请补充楼栋、楼层和房号，或房源编号。</translation>
    </message>
    <message>
        <source>Agreement {agreement} rests on receipt {number}; it cannot be made void.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Another desk was faster: {detail}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Another program is using the office right now.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Approve the list price or less (R-08).</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Areas worked out from total and unit price: {count}.</source>
        <translation>有 {count} 个面积由总价和单价推算得出。</translation>
    </message>
    <message>
        <source>Ask that consultant, or the site manager.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ask the site manager to approve the price.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Building {building} has no pre-sale permit: no step of sale is lawful (R-01).</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cancel the deal and pay the money back with a refund slip.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cancel the deal: that decides what becomes of the money.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cancel the subscription first.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Check first floor, last floor and the floors left out.</source>
        <translation>请检查起始层、结束层和跳过的楼层。</translation>
    </message>
    <message>
        <source>Check floors, cores and the units of a floor.</source>
        <translation>请检查楼层、单元和每层房源。</translation>
    </message>
    <message>
        <source>Check the decimal point.</source>
        <translation>请检查小数点。</translation>
    </message>
    <message>
        <source>Check the digits and the unit (yuan or ten thousand yuan).</source>
        <translation>请检查位数和单位（元或万元）。</translation>
    </message>
    <message>
        <source>Check the floors; make large projects building by building.</source>
        <translation>请检查楼层；大项目请逐栋生成。</translation>
    </message>
    <message>
        <source>Check the folder and the name, and that you may read the file.</source>
        <translation>请检查文件夹、文件名以及读取权限。</translation>
    </message>
    <message>
        <source>Check the headings, or assign the columns by hand.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Check the path, or create a new office there.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Check the price of the lowest floor and the floor step.</source>
        <translation>请检查最低层单价和层差。</translation>
    </message>
    <message>
        <source>Check the spelling of the name against the ID card.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Check the spelling, or search for it first.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Check the two amounts.</source>
        <translation>请核对这两个金额。</translation>
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
        <source>Check whether the two columns were exchanged.</source>
        <translation>请检查这两列是否填反。</translation>
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
        <source>Choose another building name.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose another disk and back up again.</source>
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
        <source>Choose it by name if it should be read.</source>
        <translation>如需读取，请单独选择该工作表。</translation>
    </message>
    <message>
        <source>Choose one of: {sheets}.</source>
        <translation>请从以下工作表中选择：{sheets}。</translation>
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
        <source>Choose your own password first.</source>
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
        <translation>请只把表格内容复制到新工作簿并保存。</translation>
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
        <source>Correct the shares.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Delete everything below the list, or split it into several files.</source>
        <translation>请删除表格下方的内容，或拆成几个文件。</translation>
    </message>
    <message>
        <source>Delete one of the two rows.</source>
        <translation>请删除其中一行。</translation>
    </message>
    <message>
        <source>Delete the columns to the right of the list and save the file.</source>
        <translation>请删除表格右侧的列并保存文件。</translation>
    </message>
    <message>
        <source>Delete the text and type it again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Do not open it. Ask the sender for the list as a plain .xlsx or .csv.</source>
        <translation>请勿打开。请发送人另发普通的 .xlsx 或 .csv 文件。</translation>
    </message>
    <message>
        <source>Enter a mobile number of 11 digits, a line with its area code, or +country code.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Enter it as 2025-09-13.</source>
        <translation>请按 2025-09-13 的格式填写。</translation>
    </message>
    <message>
        <source>Enter one of the two.</source>
        <translation>请填写其中一项。</translation>
    </message>
    <message>
        <source>Enter one, for example 3栋.</source>
        <translation>请填写名称，例如 3栋。</translation>
    </message>
    <message>
        <source>Enter subscribed, signed, filed or delivered (认购, 签约, 备案, 交付).</source>
        <translation>请填写认购、签约、备案或交付。</translation>
    </message>
    <message>
        <source>Enter the amount that the customer hands over.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Enter the area in m².</source>
        <translation>请填写面积（㎡）。</translation>
    </message>
    <message>
        <source>Enter the floor as a number, basements as -1 or B1.</source>
        <translation>楼层请填数字，地下层填 -1 或 B1。</translation>
    </message>
    <message>
        <source>Enter the number, for example 01 or 301.</source>
        <translation>请填写房号，例如 01 或 301。</translation>
    </message>
    <message>
        <source>Enter the real price, or leave the cell empty.</source>
        <translation>请填写实际价格，或将单元格留空。</translation>
    </message>
    <message>
        <source>Enter who bought the unit.</source>
        <translation>请填写购房人。</translation>
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
        <source>Excel turned this cell into a date: {value}.</source>
        <translation>Excel 把此单元格变成了日期：{value}。</translation>
    </message>
    <message>
        <source>Fill in the list, or choose another sheet.</source>
        <translation>请填写表格，或选择其他工作表。</translation>
    </message>
    <message>
        <source>Fill it in; everything else you typed is kept.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Floors taken from the unit numbers: {count}.</source>
        <translation>有 {count} 个楼层取自房号。</translation>
    </message>
    <message>
        <source>Format the column as text and type the number again.</source>
        <translation>请将该列设为文本格式后重新填写。</translation>
    </message>
    <message>
        <source>Free some space, then do it again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Give every unit of a floor and every core its own number.</source>
        <translation>请为每层的每套房源和每个单元设置不同编号。</translation>
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
        <source>Hold the unit for the customer first.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Import a price for it, then release it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Import the list with areas first, then the grid.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>In Excel copy the cells and paste them as values.</source>
        <translation>请在 Excel 中复制这些单元格，再“粘贴为数值”。</translation>
    </message>
    <message>
        <source>In Excel: Data, Edit Links, Break Link; then save it and choose it again.</source>
        <translation>请在 Excel 中选择“数据－编辑链接－断开链接”，保存后重新选择。</translation>
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
        <source>Keep one of the two rows.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Keep only the sheets with the list.</source>
        <translation>请只保留有表格的工作表。</translation>
    </message>
    <message>
        <source>Keep this file, and restore the newest verified backup beside it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Lead the customer to the cashier first.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Login or password is wrong.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Look at the present state, then decide again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Look at the project&apos;s permits.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Look at the slip; nothing more is owed.</source>
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
        <source>Mend the row and import the file again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Mend the rows that are listed, then import again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Mend those above first and import again.</source>
        <translation>请先处理以上问题，再重新导入。</translation>
    </message>
    <message>
        <source>More problems, not listed: {count}.</source>
        <translation>另有 {count} 个问题未列出。</translation>
    </message>
    <message>
        <source>More was paid ({value}) than the unit costs ({price}).</source>
        <translation>已付金额（{value}）超过房价（{price}）。</translation>
    </message>
    <message>
        <source>Move its phases, or shift the whole plan to a new start.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Name the two buildings or cores so that their numbers differ.</source>
        <translation>请修改楼栋或单元名称，使两者编号不同。</translation>
    </message>
    <message>
        <source>Neither a unit price nor a total price is given.</source>
        <translation>单价和总价都没有填写。</translation>
    </message>
    <message>
        <source>No column gives a unit price or a total price.</source>
        <translation>没有单价列或总价列。</translation>
    </message>
    <message>
        <source>No column gives the building.</source>
        <translation>没有楼栋列。</translation>
    </message>
    <message>
        <source>No column gives the gross area.</source>
        <translation>没有建筑面积列。</translation>
    </message>
    <message>
        <source>No column gives the unit number.</source>
        <translation>没有房号列。</translation>
    </message>
    <message>
        <source>No column says which unit it is.</source>
        <translation>没有任何一列能说明是哪套房源。</translation>
    </message>
    <message>
        <source>No deposit has been taken for unit {unit}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No floor is left to build, or one is named twice.</source>
        <translation>没有可生成的楼层，或楼层重复。</translation>
    </message>
    <message>
        <source>No font here can print {characters}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nobody holds unit {unit}: it is {state}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nobody in the office has the number {person}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing is owed to the buyer: the deposit was kept.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing more has to be done with it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing to do, unless it should be one.</source>
        <translation>若确非房源，无需处理。</translation>
    </message>
    <message>
        <source>On floor {floor} unit {number} would have no price.</source>
        <translation>{floor} 层 {number} 号房的价格不大于零。</translation>
    </message>
    <message>
        <source>Open it in Excel and save it again as .xlsx.</source>
        <translation>请在 Excel 中打开并另存为 .xlsx。</translation>
    </message>
    <message>
        <source>Open it in Excel or WPS and save it as .xlsx, or export it as .csv.</source>
        <translation>请用 Excel 或 WPS 打开并另存为 .xlsx，或导出为 .csv。</translation>
    </message>
    <message>
        <source>Open it, save it once, or copy the cells and paste them as values.</source>
        <translation>请打开并保存一次，或复制后“粘贴为数值”。</translation>
    </message>
    <message>
        <source>Open it, take the password off, save it and choose it again.</source>
        <translation>请打开文件，取消密码并保存，然后重新选择。</translation>
    </message>
    <message>
        <source>Open that customer; a manager can merge the two.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open that project, or choose another name.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open the form anew; look first at what was done.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Pay the refund; it settles the receipt&apos;s money.</source>
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
        <source>Receipt {number} is of {day}; that day is over.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Receipt {number} is void already.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Receipts are numbered already; the next is {next}.</source>
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
        <source>Row {line}, unit {unit}: {why}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Save it as .xlsx without macros and choose that file.</source>
        <translation>请另存为不含宏的 .xlsx，再选择该文件。</translation>
    </message>
    <message>
        <source>Save the list again and choose the new file.</source>
        <translation>请重新保存表格，再选择新文件。</translation>
    </message>
    <message>
        <source>Say yourself which column holds what, or use our template.</source>
        <translation>请手工指定各列的含义，或使用本系统模板。</translation>
    </message>
    <message>
        <source>Say yourself which column it is, or add it to the file.</source>
        <translation>请手工指定该列，或在文件中补上。</translation>
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
        <translation>请缩短到 {limit} 个字符以内。</translation>
    </message>
    <message>
        <source>Somebody changed the file from outside. Restore the newest verified backup.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Start the program again; if it stays so, reinstall it.</source>
        <translation>请重新启动程序；如仍如此，请重新安装。</translation>
    </message>
    <message>
        <source>Take at most {room} yuan as deposit; the rest is an instalment of the price.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Take the deposit, or let the unit go.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The ID card number is wrong: {why}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The amount must be more than 0.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The amount {value} is far too large.</source>
        <translation>金额 {value} 过大。</translation>
    </message>
    <message>
        <source>The amount {value} is not above zero.</source>
        <translation>金额 {value} 不大于零。</translation>
    </message>
    <message>
        <source>The area {value} is not above zero.</source>
        <translation>面积 {value} 不大于零。</translation>
    </message>
    <message>
        <source>The area {value} m² is far too large.</source>
        <translation>面积 {value} ㎡ 过大。</translation>
    </message>
    <message>
        <source>The areas of unit {number} cannot be right: {areas} m².</source>
        <translation>房号 {number} 的面积不正确：{areas} ㎡。</translation>
    </message>
    <message>
        <source>The backup could not be verified: {detail}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The building has no name.</source>
        <translation>楼栋没有名称。</translation>
    </message>
    <message>
        <source>The building is missing.</source>
        <translation>缺少楼栋。</translation>
    </message>
    <message>
        <source>The building {building} was taken from the sheet&apos;s name.</source>
        <translation>楼栋“{building}”取自工作表名称。</translation>
    </message>
    <message>
        <source>The buyers&apos; shares add up to {sum} %, not to 100 %.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The cell holds a formula without a result: {value}</source>
        <translation>单元格是没有计算结果的公式：{value}</translation>
    </message>
    <message>
        <source>The column headings of the sheet {sheet} are not known.</source>
        <translation>无法识别工作表“{sheet}”的表头。</translation>
    </message>
    <message>
        <source>The customer&apos;s name is missing.</source>
        <translation>缺少客户姓名。</translation>
    </message>
    <message>
        <source>The deal of receipt {number} is over.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The disk is full; nothing was saved.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The file has no area column; compare a few with the plans.</source>
        <translation>文件没有面积列，请抽查几套与图纸核对。</translation>
    </message>
    <message>
        <source>The file has no floor column; check a few on the board.</source>
        <translation>文件没有楼层列，请在销控表上抽查几套。</translation>
    </message>
    <message>
        <source>The file has {count} problems; nothing was imported. First: {first}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The file holds no unit that could be imported.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The first number can only be set before the first receipt is printed.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The floor is missing.</source>
        <translation>缺少楼层。</translation>
    </message>
    <message>
        <source>The grid names the unit {code}, which the office lacks.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The gross area is above zero and not below the inside area.</source>
        <translation>建筑面积应大于零，且不小于套内面积。</translation>
    </message>
    <message>
        <source>The gross area is missing.</source>
        <translation>缺少建筑面积。</translation>
    </message>
    <message>
        <source>The inside area {value} is larger than the gross area {gross}.</source>
        <translation>套内面积 {value} 大于建筑面积 {gross}。</translation>
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
        <source>The pattern has no unit on a floor.</source>
        <translation>模板中每层没有房源。</translation>
    </message>
    <message>
        <source>The pattern makes the unit {code} twice.</source>
        <translation>该模板会重复生成房源 {code}。</translation>
    </message>
    <message>
        <source>The pattern makes {count} units, at most {most}.</source>
        <translation>该模板会生成 {count} 套房源，上限为 {most} 套。</translation>
    </message>
    <message>
        <source>The permit {number} is already recorded.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The present password is wrong.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The price of unit {unit} is not approved yet.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The program could not start its file reader.</source>
        <translation>程序无法启动文件读取进程。</translation>
    </message>
    <message>
        <source>The row &apos;{value}&apos; was left out: it is no unit.</source>
        <translation>“{value}”一行未读取：不是房源。</translation>
    </message>
    <message>
        <source>The rule of the deposit is shown with the cancellation.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The sheet {sheet} of {file} has too many columns: {found}, at most {limit}.</source>
        <translation>{file} 的工作表“{sheet}”列数过多：{found}，上限为 {limit}。</translation>
    </message>
    <message>
        <source>The sheet {sheet} of {file} has too many rows: {found}, at most {limit}.</source>
        <translation>{file} 的工作表“{sheet}”行数过多：{found}，上限为 {limit}。</translation>
    </message>
    <message>
        <source>The sheet {sheet} was left out: it holds no list of this kind.</source>
        <translation>工作表“{sheet}”未读取：不是同类表格。</translation>
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
        <source>The total of the file is kept; check the three figures.</source>
        <translation>保留文件中的总价；请核对这三个数字。</translation>
    </message>
    <message>
        <source>The total {value} does not fit unit price times area ({expected}).</source>
        <translation>总价 {value} 与单价乘面积（{expected}）不符。</translation>
    </message>
    <message>
        <source>The unit number is missing.</source>
        <translation>缺少房号。</translation>
    </message>
    <message>
        <source>The unit {code} is already in row {first} of {sheet}.</source>
        <translation>房源 {code} 在工作表“{sheet}”第 {first} 行已出现。</translation>
    </message>
    <message>
        <source>The unit {code} stands in the file twice.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is already a file at {place}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is already a project &apos;{name}&apos;.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is no file {file} that can be opened.</source>
        <translation>没有可以打开的文件 {file}。</translation>
    </message>
    <message>
        <source>There is no office at {place}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is no sheet {sheet} in this file.</source>
        <translation>文件中没有工作表“{sheet}”。</translation>
    </message>
    <message>
        <source>There is no unit below the headings.</source>
        <translation>表头下面没有房源。</translation>
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
        <source>This is a one-time password.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This is not the office&apos;s recovery key.</source>
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
        <source>This pattern makes no building.</source>
        <translation>按此模板无法生成楼栋。</translation>
    </message>
    <message>
        <source>This refund was paid already, with slip {number}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Too many wrong passwords for &apos;{login}&apos;.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Type both again; check Caps Lock. The administrator can reset a password.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Type it again; check the Caps Lock key.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Type the key from the paper printed when the office was created.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Unit {unit} has no price.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Unit {unit} is held by {who}.</source>
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
        <source>Units put on floor 1 because the file gives none: {count}.</source>
        <translation>文件未提供楼层，有 {count} 套按 1 层处理。</translation>
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
        <source>Wait {seconds} seconds, then try again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Write digits only, for example 12345.67.</source>
        <translation>请只填数字，例如 12345.67。</translation>
    </message>
    <message>
        <source>Write the building into every row, for example 1栋.</source>
        <translation>请在每一行填写楼栋，例如 1栋。</translation>
    </message>
    <message>
        <source>You may not do this: {command}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{amount} yuan would bring the deposit above 20 % of the price (R-09); {room} yuan more are possible.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{count} of these units exist already, first {code}.</source>
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
        <translation>{file} 导致读取出错或占用内存过大，已停止读取。</translation>
    </message>
    <message>
        <source>{file} cannot be read.</source>
        <translation>无法读取 {file}。</translation>
    </message>
    <message>
        <source>{file} contains formulas that were never calculated.</source>
        <translation>{file} 含有未计算的公式。</translation>
    </message>
    <message>
        <source>{file} contains macros.</source>
        <translation>{file} 含有宏。</translation>
    </message>
    <message>
        <source>{file} could not be read within {seconds} seconds; reading was stopped.</source>
        <translation>{file} 在 {seconds} 秒内未能读完，已停止读取。</translation>
    </message>
    <message>
        <source>{file} has too many sheets: {found}, at most {limit}.</source>
        <translation>{file} 的工作表过多：{found}，上限为 {limit}。</translation>
    </message>
    <message>
        <source>{file} is built in a way that no spreadsheet is.</source>
        <translation>{file} 的内部结构不像正常的电子表格。</translation>
    </message>
    <message>
        <source>{file} is empty.</source>
        <translation>{file} 是空的。</translation>
    </message>
    <message>
        <source>{file} is not a spreadsheet, or it is damaged.</source>
        <translation>{file} 不是电子表格，或已损坏。</translation>
    </message>
    <message>
        <source>{file} is protected by a password.</source>
        <translation>{file} 设有密码保护。</translation>
    </message>
    <message>
        <source>{file} is too large: {found}, at most {limit}.</source>
        <translation>{file} 过大：{found}，上限为 {limit}。</translation>
    </message>
    <message>
        <source>{file} takes values from other files.</source>
        <translation>{file} 引用了其他文件的数据。</translation>
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
        <source>{price} yuan is above the list price of {listed} yuan.</source>
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
        <source>{unit} and {other} in row {first} of {sheet} would share the code {code}.</source>
        <translation>{unit} 与工作表“{sheet}”第 {first} 行的 {other} 会得到同一个房源编号 {code}。</translation>
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
<context>
    <name>faults</name>
    <message>
        <source>Buyer&apos;s fault</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nobody&apos;s fault</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Seller&apos;s fault</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>fields</name>
    <message>
        <source>Amount</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Grade</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>ID number</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Login</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Manner</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Media</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Name</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Password</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Phone</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Reason</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>id kinds</name>
    <message>
        <source>Business licence</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Hong Kong or Macau permit</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Officer&apos;s card</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Other paper</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Passport</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Resident ID card</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Taiwan permit</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>law levels</name>
    <message>
        <source>Off</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Refuse</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Warn only</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>manners</name>
    <message>
        <source>Channel</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Meeting</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Message</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Online</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Other</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Phone call</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Referral</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Visit</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>modes</name>
    <message>
        <source>Combined loan</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Commercial mortgage</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Instalments</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Lump sum</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Provident fund loan</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>public</name>
    <message>
        <source>Available</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>In talks</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Not for sale</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Not released</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Reserved</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sold</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Subscribed</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>receipts</name>
    <message>
        <source>Deposit</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Opening balance</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Purchase price</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Refund</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>roles</name>
    <message>
        <source>Administrator</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cashier</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Property consultant</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Receptionist</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Site manager</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>rounding</name>
    <message>
        <source>To fen, half up</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>To whole yuan, down</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>To whole yuan, half up</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>states</name>
    <message>
        <source>Available</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Contract signed</source>
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
        <source>Not for sale</source>
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
        <source>Returned, in review</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Selected</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Subscribed</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>steps</name>
    <message>
        <source>Accept back</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Approve the price</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Extend the hold</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Hold</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Hold back</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Let go</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Mark as not for sale</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Release for sale</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Subscribe</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Take the deposit</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Unblock</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Withdraw from sale</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>tenders</name>
    <message>
        <source>Alipay</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Bank card</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Bank transfer</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cash</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Paid before the start</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>WeChat Pay</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>things</name>
    <message>
        <source>building</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>campaign job</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>campaign plan</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>command</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>customer</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>deal</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>follow-up</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>milestone</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>payment mode</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>person</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>pre-sale permit</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>project</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>query</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>receipt</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>refund</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>setting</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>subscription agreement</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>unit</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>visit</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>times</name>
    <message>
        <source>just now</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{days} d {hours} h</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{hours} h {minutes} min</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{minutes} min</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{seconds} s</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{span} ago</source>
        <translation type="unfinished"></translation>
    </message>
</context>
</TS>
