/** What notes offer the house. */
package org.opora.registry.notes.contributions;
