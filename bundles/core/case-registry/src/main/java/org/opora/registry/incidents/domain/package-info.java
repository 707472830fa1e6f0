/** Incidents and notifications of suspected harm. */
package org.opora.registry.incidents.domain;
