/** A rule that somebody went on against. */
package org.opora.registry.overrides.domain;
