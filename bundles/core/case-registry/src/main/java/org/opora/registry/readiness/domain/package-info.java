/** The lot, and the parts a file has to have. */
package org.opora.registry.readiness.domain;
