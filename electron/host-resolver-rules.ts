/**
 * A browser itself calls home, where request interception does not see it: every name but the application's resolves to
 * nothing (the application's pages are answered before a name is looked up). The same switch in both shells.
 */
export const hostResolverRules = 'MAP * ~NOTFOUND'
