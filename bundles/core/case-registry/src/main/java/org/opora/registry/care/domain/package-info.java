/** A visit and what it says of each child. */
package org.opora.registry.care.domain;
