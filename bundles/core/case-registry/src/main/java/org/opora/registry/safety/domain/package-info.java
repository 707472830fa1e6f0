/** A safety notice. */
package org.opora.registry.safety.domain;
