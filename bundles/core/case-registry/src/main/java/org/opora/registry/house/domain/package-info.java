/** Mandate, insurance, settings and confirmations of a centre. */
package org.opora.registry.house.domain;
