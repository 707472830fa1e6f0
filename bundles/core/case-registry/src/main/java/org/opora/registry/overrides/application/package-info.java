/** What was gone on against: taken down for whoever writes, read by whoever leads. */
package org.opora.registry.overrides.application;
