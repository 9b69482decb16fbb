/** Task handlers for texts. PrismQ finds them through {@code META-INF/services}. */
package com.example.text;
