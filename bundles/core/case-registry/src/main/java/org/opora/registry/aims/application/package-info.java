/** The use cases of agreed aims. */
package org.opora.registry.aims.application;
