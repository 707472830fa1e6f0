/** What the ledgers offer the house. */
package org.opora.registry.ledgers.contributions;
