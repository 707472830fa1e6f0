/** Reads of the ledgers. */
package org.opora.registry.ledgers.persistence;
