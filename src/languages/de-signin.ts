import type { Catalog } from '~/language'

export default {
  'I closed it': 'Ich habe es geschlossen',
  'Open in a new tab': 'In neuem Tab öffnen',
  Region: 'Region',
  'Client ID': 'Client-ID',
  'Return address': 'Rückkehradresse',
  'Last problem': 'Letzte Störung',
  'Minidesk: problem with signing in': 'Minidesk: Störung bei der Anmeldung',
  'Time: {0}': 'Zeit: {0}',
  'Problems signing in?': 'Probleme bei der Anmeldung?',
  'When Genesys Cloud’s login page says something instead of bringing you back, come back with your browser’s Back button, or open this page again. What it said tells what to do:':
    'Wenn die Anmeldeseite von Genesys Cloud etwas meldet, statt Sie zurückzubringen, kommen Sie mit der Zurück-Schaltfläche Ihres Browsers zurück oder öffnen Sie diese Seite noch einmal. Die Meldung zeigt, was zu tun ist:',
  'For your administrator': 'Für Ihren Administrator',
  Close: 'Schließen',
  'Save as file': 'Als Datei speichern',
  'What happened with sign-ins in this browser. It holds no names and nothing that could be used to sign in, and is emptied when you sign out.':
    'Was bei Anmeldungen in diesem Browser geschehen ist. Es enthält keine Namen und nichts, womit man sich anmelden könnte, und wird beim Abmelden geleert.',
  'The log could not be read. Reload this page and try again.':
    'Das Protokoll konnte nicht gelesen werden. Laden Sie diese Seite neu und versuchen Sie es noch einmal.',
  'Nothing has happened yet.': 'Noch ist nichts geschehen.',
  'Log in with Genesys Cloud': 'Mit Genesys Cloud anmelden',
  'Your browser goes to Genesys Cloud’s own login page and back.':
    'Ihr Browser geht zur Anmeldeseite von Genesys Cloud und wieder zurück.',
  'The client is not known': 'Der Client ist nicht bekannt',
  'Minidesk is set up with a client ID that this region does not have.':
    'Minidesk ist mit einer Client-ID eingerichtet, die es in dieser Region nicht gibt.',
  'Ask your administrator to compare the client ID and the region below.':
    'Bitten Sie Ihren Administrator, die Client-ID und die Region unten zu vergleichen.',
  'The client is disabled': 'Der Client ist deaktiviert',
  'Somebody has switched Minidesk’s OAuth client off.':
    'Jemand hat den OAuth-Client von Minidesk abgeschaltet.',
  'Ask your administrator to enable it again.':
    'Bitten Sie Ihren Administrator, ihn wieder einzuschalten.',
  'Its authorization was revoked': 'Seine Zulassung wurde widerrufen',
  'Your organization has withdrawn its approval of Minidesk.':
    'Ihre Organisation hat ihre Zustimmung zu Minidesk zurückgezogen.',
  'Ask your administrator to authorize it again.':
    'Bitten Sie Ihren Administrator, ihn wieder zuzulassen.',
  'Not authorized yet, or waiting for approval':
    'Noch nicht zugelassen, oder die Zustimmung steht aus',
  'Nobody has approved Minidesk for your organization.':
    'Niemand hat Minidesk für Ihre Organisation zugestimmt.',
  'Ask an administrator who may authorize OAuth clients to log in here once, and to approve it.':
    'Bitten Sie einen Administrator, der OAuth-Clients zulassen darf, sich hier einmal anzumelden und zuzustimmen.',
  'The redirect address is not registered': 'Die Umleitungsadresse ist nicht eingetragen',
  'The OAuth client does not know the address of this page.':
    'Der OAuth-Client kennt die Adresse dieser Seite nicht.',
  'Ask your administrator to add the return address below to it.':
    'Bitten Sie Ihren Administrator, dort die Rückkehradresse unten einzutragen.',
  'You are no user of the organization': 'Sie sind kein Benutzer der Organisation',
  'Your sign-in knows you, and Genesys Cloud does not.':
    'Ihre Anmeldung kennt Sie, Genesys Cloud aber nicht.',
  'Ask your administrator to add you there, with the address that you sign in with.':
    'Bitten Sie Ihren Administrator, Sie dort mit der Adresse anzulegen, mit der Sie sich anmelden.',
  'The sign-in failed, or goes round and round':
    'Die Anmeldung ist gescheitert oder dreht sich im Kreis',
  'Your organization’s own sign-in has a problem. Minidesk cannot see it.':
    'Die Anmeldung Ihrer Organisation selbst hat eine Störung. Minidesk kann sie nicht sehen.',
  'Close that page and try again. Ask whoever looks after your sign-in.':
    'Schließen Sie jene Seite und versuchen Sie es noch einmal. Fragen Sie, wer Ihre Anmeldung betreut.',
  'Access denied': 'Zugriff verweigert',
  'It was denied by you, by your organization, or by its sign-in.':
    'Verweigert haben ihn Sie, Ihre Organisation oder deren Anmeldung.',
  'Try again and press Allow. If you did, ask your administrator who may use Minidesk.':
    'Versuchen Sie es noch einmal und drücken Sie „Zulassen“ („Allow“). Wenn Sie das getan haben, fragen Sie Ihren Administrator, wer Minidesk benutzen darf.',
  'Log in in the window that has opened. It closes by itself, and you go on here.':
    'Melden Sie sich in dem Fenster an, das sich geöffnet hat. Es schließt sich von selbst, und Sie machen hier weiter.',
  'The window was closed, or the log-in page does not let its log-in come back to a frame. If you did not close it, close it now and open this address in a tab of its own: {0}':
    'Das Fenster wurde geschlossen, oder die Anmeldeseite lässt ihre Anmeldung nicht in einen Frame zurückkehren. Wenn Sie es nicht geschlossen haben, schließen Sie es jetzt und öffnen Sie diese Adresse in einem eigenen Tab: {0}',
  'The browser opened no window. Allow pop-ups for this page and try again.':
    'Der Browser hat kein Fenster geöffnet. Lassen Sie Pop-ups für diese Seite zu und versuchen Sie es noch einmal.',
  'This frame may not open windows. Ask your administrator to add allow-popups to the frame’s sandbox. Until then open this address in a tab of its own: {0}':
    'Dieser Frame darf keine Fenster öffnen. Bitten Sie Ihren Administrator, in der Sandbox des Frames allow-popups zu ergänzen. Öffnen Sie bis dahin diese Adresse in einem eigenen Tab: {0}',
  'The log-in could not be begun. Try again. If it stays so, ask your administrator to add popup.html to the redirect URIs.':
    'Die Anmeldung konnte nicht begonnen werden. Versuchen Sie es noch einmal. Wenn es so bleibt, bitten Sie Ihren Administrator, popup.html bei den Umleitungs-URIs einzutragen.',
  'Genesys Cloud’s own login page opens in a window.':
    'Die Anmeldeseite von Genesys Cloud öffnet sich in einem Fenster.',
  '{0} The browser stores nothing for this frame: when it is reloaded you log in again, and notes that you have not submitted are gone.':
    '{0} Der Browser speichert nichts für diesen Frame: Wird er neu geladen, melden Sie sich wieder an, und nicht gesendete Notizen sind verloren.',
  'Log-in begun': 'Anmeldung begonnen',
  'Log-in failed': 'Anmeldung gescheitert',
  'Signed in again': 'Wieder angemeldet',
  'Renewed unseen': 'Im Hintergrund erneuert',
  'A renewal did not come through, and is tried again':
    'Eine Erneuerung ist nicht gelungen und wird wieder versucht',
  'Renewal refused': 'Erneuerung abgelehnt',
  'Genesys Cloud refused a request: the sign-in had ended':
    'Genesys Cloud hat eine Anfrage abgelehnt: Die Anmeldung war beendet',
  'Sign-in ended': 'Anmeldung beendet',
  'Desk locked: nobody had touched it': 'Arbeitsplatz gesperrt: Niemand hatte ihn benutzt',
  'Desk unlocked': 'Arbeitsplatz entsperrt',
  'Signed out': 'Abgemeldet',
  'Facts about the sign-in could not be read': 'Angaben zur Anmeldung konnten nicht gelesen werden',
  'Scopes are lacking': 'Scopes fehlen',
  'In this tab': 'In diesem Tab',
  'In a window': 'In einem Fenster',
  'In a window, from a frame': 'In einem Fenster, aus einem Frame',
  Unseen: 'Im Hintergrund',
  'Begun before the sign-out': 'Vor der Abmeldung begonnen',
  'Genesys Cloud refused it': 'Genesys Cloud hat es abgelehnt',
  'Too much was asked at once': 'Zu viel wurde auf einmal angefragt',
  'Your sign-in has ended. Sign in again to go on; your calls are not affected.':
    'Ihre Anmeldung ist beendet. Melden Sie sich wieder an, um weiterzumachen; Ihre Anrufe sind davon nicht betroffen.',
  'You have been signed in for as long as one log-in may last. Sign in again to go on.':
    'Sie sind so lange angemeldet, wie eine Anmeldung dauern darf. Melden Sie sich wieder an, um weiterzumachen.',
  'A part of Minidesk stopped, and your sign-in with it. Sign in again to go on.':
    'Ein Teil von Minidesk ist ausgefallen und Ihre Anmeldung mit ihm. Melden Sie sich wieder an, um weiterzumachen.',
  'Minidesk was not allowed in: by you, your organization or its sign-in. You are not logged in.':
    'Minidesk wurde nicht eingelassen: von Ihnen, Ihrer Organisation oder deren Anmeldung. Sie sind nicht angemeldet.',
  'The answer of the login page does not belong to this log-in. It was not used.':
    'Die Antwort der Anmeldeseite gehört nicht zu dieser Anmeldung. Sie wurde nicht verwendet.',
  'That log-in was begun more than ten minutes ago. Begin it again.':
    'Diese Anmeldung wurde vor mehr als zehn Minuten begonnen. Beginnen Sie noch einmal.',
  'The login page answered, but no log-in was waiting for it. Begin it again.':
    'Die Anmeldeseite hat geantwortet, aber keine Anmeldung wartete darauf. Beginnen Sie noch einmal.',
  'The login page’s answer was too old or already used. Begin the log-in again.':
    'Die Antwort der Anmeldeseite war zu alt oder schon verwendet. Beginnen Sie die Anmeldung noch einmal.',
  'Genesys Cloud’s login did not answer. Check your network and try again.':
    'Die Anmeldung von Genesys Cloud hat nicht geantwortet. Prüfen Sie Ihr Netzwerk und versuchen Sie es noch einmal.',
  'Genesys Cloud’s login has a problem of its own right now. Try again in a moment.':
    'Die Anmeldung von Genesys Cloud hat gerade selbst eine Störung. Versuchen Sie es gleich noch einmal.',
  'A part of Minidesk could not be loaded. Reload this page and try again.':
    'Ein Teil von Minidesk konnte nicht geladen werden. Laden Sie diese Seite neu und versuchen Sie es noch einmal.',
  'Genesys Cloud refused the log-in. If it happens again, tell your administrator.':
    'Genesys Cloud hat die Anmeldung abgelehnt. Wenn es wieder geschieht, sagen Sie es Ihrem Administrator.',
  'Genesys Cloud does not accept Minidesk. Tell your administrator.':
    'Genesys Cloud akzeptiert Minidesk nicht. Sagen Sie es Ihrem Administrator.',
  'Your organization has not approved Minidesk. Ask your administrator to.':
    'Ihre Organisation hat Minidesk nicht zugestimmt. Bitten Sie Ihren Administrator darum.',
  'This browser stores nothing for this page, so a log-in could not be finished. Allow site data for this page and try again.':
    'Dieser Browser speichert nichts für diese Seite, darum konnte eine Anmeldung nicht abgeschlossen werden. Lassen Sie Websitedaten für diese Seite zu und versuchen Sie es noch einmal.',
  'The log-in could not be begun. Reload this page and try again.':
    'Die Anmeldung konnte nicht begonnen werden. Laden Sie diese Seite neu und versuchen Sie es noch einmal.',
} satisfies Catalog
