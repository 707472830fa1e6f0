/** Pages and forms of the ledgers. */
package org.opora.registry.ledgers.web;
