/** The pages about rules gone on against. */
package org.opora.registry.overrides.web;
