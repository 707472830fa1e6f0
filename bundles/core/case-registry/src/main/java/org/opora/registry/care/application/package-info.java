/** Use cases about visits. */
package org.opora.registry.care.application;
