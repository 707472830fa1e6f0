/** Hours of education, days of respite, and why a duty was not done. */
package org.opora.registry.ledgers.domain;
