/** Backup and restart for bin/opora. */
package org.opora.operations.backup.web;
