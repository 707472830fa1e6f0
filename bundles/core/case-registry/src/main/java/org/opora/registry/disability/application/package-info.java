/** Use cases about disability. */
package org.opora.registry.disability.application;
