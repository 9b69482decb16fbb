package io.prismq.queue.architecture.violations.domain.port;

public interface PortOfEleven {
    void one();

    void two();

    void three();

    void four();

    void five();

    void six();

    void seven();

    void eight();

    void nine();

    void ten();

    void eleven();
}
