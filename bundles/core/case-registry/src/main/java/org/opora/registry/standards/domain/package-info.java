/** Rounds of self-assessment, internal rules, and who has read them. */
package org.opora.registry.standards.domain;
