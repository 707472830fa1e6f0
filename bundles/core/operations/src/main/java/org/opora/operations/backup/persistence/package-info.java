/** Rows of the backups that were made. */
package org.opora.operations.backup.persistence;
