/** Money of the state contribution: what belongs to an agreement, and what is spent from it. */
package org.opora.registry.grant.domain;
