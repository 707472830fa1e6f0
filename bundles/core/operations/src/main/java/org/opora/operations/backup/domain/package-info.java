/**
 * The form of a backup, its cipher, and the exchange of folders. JDK and contracts only: bin/opora
 * uses it while the product stands still. (The one entity beside it is never loaded there.)
 */
package org.opora.operations.backup.domain;
