/** Reads of the inbox, as records. */
package org.opora.registry.inbox.persistence;
