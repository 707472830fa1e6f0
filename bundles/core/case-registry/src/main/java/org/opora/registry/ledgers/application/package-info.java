/** Use cases of the ledgers. */
package org.opora.registry.ledgers.application;
